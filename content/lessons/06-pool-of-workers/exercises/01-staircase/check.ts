import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'At least three workers are there.', zh: '至少有三个工作进程。' },
      ask: ({ queries }) => {
        const count = queries.children().length;
        return { yes: count >= 3, seen: { en: `there were ${count}`, zh: `有 ${count} 个` } };
      },
    },
    {
      wanted: { en: 'At least three tasks are under way at the same time.', zh: '至少三个任务同时在做。' },
      ask: ({ queries }) => {
        const most = queries.mostUnderWay('MainProcess');
        return { yes: most >= 3, seen: { en: `tasks under way at a time, at most: ${most}`, zh: `同一时刻最多有 ${most} 个任务在做` } };
      },
    },
    { wanted: { en: 'The results are 2, 4, 6, 8.', zh: '结果是 2、4、6、8。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '[ 2, 4, 6, 8 ]', seen: printed(stdout) }) },
  ],
};
