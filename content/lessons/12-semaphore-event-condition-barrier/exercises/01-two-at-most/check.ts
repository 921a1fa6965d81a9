import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Five processes run.', zh: '运行五个进程。' }, ask: ({ queries }) => queries.ranChildren(5) },
    {
      wanted: { en: 'At most two load at the same time, and nobody waits while there is a place.', zh: '同时读取的最多两个；还有名额时，谁也不用等。' },
      ask: ({ queries }) => {
        const most = queries.mostAsleep();
        // On a busy machine they may come so late that the first has gone, and nobody waits.
        const waited = queries.children().filter(({ name }) => queries.waitedFor(name, 'acquire', 'places').yes).length;
        return {
          yes: most === 2 || (most < 2 && waited === 0),
          seen: { en: `at most ${most} loaded at once, and ${waited} had to wait`, zh: `最多有 ${most} 个同时读取，有 ${waited} 个等过` },
        };
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
