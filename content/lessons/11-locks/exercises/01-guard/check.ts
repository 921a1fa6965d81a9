import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    { wanted: { en: 'Two processes count.', zh: '由两个进程来数。' }, ask: ({ queries }) => queries.ranChildren(2) },
    {
      wanted: { en: '`lock` is held around every write to `visitors`.', zh: '每次写 `visitors` 的时候都拿着 `lock`。' },
      ask: ({ queries }) => queries.guarded('visitors', 'lock'),
    },
    { wanted: { en: 'None of the 4000 is lost.', zh: '4000 位一位不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '4000', seen: printed(stdout) }) },
  ],
};
