import { endsWell, type ExerciseCheck } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Three children run.', zh: '运行三个子进程。' }, ask: ({ queries }) => queries.ranChildren(3) },
    { wanted: { en: '`a` and `b` run at the same time.', zh: '`a` 和 `b` 同时运行。' }, ask: ({ queries }) => queries.overlapped('a', 'b', 50) },
    { wanted: { en: '`b` and `c` run at the same time.', zh: '`b` 和 `c` 同时运行。' }, ask: ({ queries }) => queries.overlapped('b', 'c', 50) },
    {
      wanted: { en: '“all have counted” comes last.', zh: '“all have counted”在最后。' },
      ask: ({ stdout }) => {
        const last = stdout.at(-1) ?? '';
        return { yes: last === 'all have counted', seen: { en: `the last line was “${last}”`, zh: `最后一行是“${last}”` } };
      },
    },
  ],
};
