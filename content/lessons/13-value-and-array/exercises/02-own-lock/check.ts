import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    { wanted: { en: 'Two processes walk.', zh: '由两个进程来走。' }, ask: ({ queries }) => queries.ranChildren(2) },
    {
      wanted: { en: 'The lock is taken once for each step, around reading and writing.', zh: '每一步只拿一次锁，把读和写都围住。' },
      ask: ({ queries }) => {
        const [taken, written] = (['lock/acquired', 'value/written'] as const).map((type) =>
          queries.children().reduce((sum, { pid }) => sum + queries.eventsOf(pid, type).length, 0),
        );
        const ratio = (taken ?? 0) / Math.max(1, written ?? 0);
        return {
          yes: (written ?? 0) > 50 && ratio < 1.5,
          seen: { en: `of what was recorded, the lock was taken ${taken} times for ${written} writes`, zh: `在记录下来的部分里，写了 ${written} 次，锁拿了 ${taken} 次` },
        };
      },
    },
    { wanted: { en: 'None of the 60000 steps is lost.', zh: '60000 步一步不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '60000', seen: printed(stdout) }) },
  ],
};
