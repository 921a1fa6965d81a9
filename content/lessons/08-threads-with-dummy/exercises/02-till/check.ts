import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    {
      wanted: { en: 'Two threads run.', zh: '运行两个线程。' },
      ask: ({ queries }) => {
        const count = queries.threadsOf('MainProcess');
        return { yes: count === 2, seen: { en: `there were ${count}`, zh: `有 ${count} 个` } };
      },
    },
    { wanted: { en: 'No coin is lost.', zh: '一枚也不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'every coin is there', seen: printed(stdout) }) },
  ],
};
