import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'At least three workers sleep at the same time.', zh: '至少三个工作进程同时在睡。' },
      ask: ({ queries }) => {
        const sleeps = queries.children().flatMap(({ waits }) => waits.filter(({ reason }) => reason === 'sleep'));
        const most = Math.max(0, ...sleeps.map((one) => sleeps.filter((other) => other.beganMs <= one.beganMs && (other.endedMs ?? Infinity) > one.beganMs).length));
        return { yes: most >= 3, seen: { en: `at most ${most} slept at once`, zh: `最多有 ${most} 个同时在睡` } };
      },
    },
    { wanted: { en: 'The results are 2, 4, 6, 8.', zh: '结果是 2、4、6、8。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '[ 2, 4, 6, 8 ]', seen: printed(stdout) }) },
  ],
};
