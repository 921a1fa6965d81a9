import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Five processes run.', zh: '运行五个进程。' }, ask: ({ queries }) => queries.ranChildren(5) },
    {
      wanted: { en: 'At most two load at the same time, and two do.', zh: '同时读取的最多两个，而且确实有两个。' },
      ask: ({ queries }) => {
        const sleeps = queries.children().flatMap(({ waits }) => waits.filter(({ reason }) => reason === 'sleep'));
        const most = Math.max(0, ...sleeps.map((one) => sleeps.filter((other) => other.beganMs <= one.beganMs && (other.endedMs ?? Infinity) > one.beganMs).length));
        return { yes: most === 2, seen: { en: `at most ${most} loaded at once`, zh: `最多有 ${most} 个同时读取` } };
      },
    },
    {
      wanted: { en: '`places` is taken by each of them.', zh: '每个进程都拿过 `places`。' },
      ask: ({ queries }) => {
        const holds = queries.holdsOf('places').length;
        return { yes: holds === 5, seen: { en: `times that it was taken: ${holds}`, zh: `拿了 ${holds} 次` } };
      },
    },
    { wanted: { en: 'All five load.', zh: '五个都读取了。' }, ask: ({ stdout }) => ({ yes: stdout.length === 5, seen: printed(stdout) }) },
  ],
};
