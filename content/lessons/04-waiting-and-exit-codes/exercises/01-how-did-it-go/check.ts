import { type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  // The waiter's status is another each time, so that none can be guessed.
  runs: 2,
  wants: [
    { wanted: { en: '`miller` ends by its exception.', zh: '`miller` 因异常而结束。' }, ask: ({ queries }) => queries.exitedWith('miller', 1) },
    {
      wanted: { en: '`waiter` leaves with a status that is not 0.', zh: '`waiter` 退出时的状态不是 0。' },
      ask: ({ queries }) => ({ ...queries.exitedWith('waiter', 0), yes: ![null, 0].includes(queries.process('waiter')?.exitcode ?? null) }),
    },
    {
      wanted: {
        en: 'The parent prints `miller: 1` and `waiter: ` with its status, and no more.',
        zh: '父进程打印 `miller: 1`，以及 `waiter: ` 加上它的状态，别的不打印。',
      },
      ask: ({ stdout, queries }) => {
        const status = queries.process('waiter')?.exitcode ?? null;
        const seen = printed(stdout);
        return {
          yes: stdout.join('/') === `miller: 1/waiter: ${status}`,
          seen: { en: `${seen.en}; \`waiter\` left with ${status}`, zh: `${seen.zh}；\`waiter\` 的状态是 ${status}` },
        };
      },
    },
    {
      wanted: { en: 'It does so after both have ended.', zh: '等两个都结束以后才打印。' },
      ask: ({ queries }) => {
        const first = queries.prints('MainProcess')[0]?.timeMs;
        const ended = Math.max(...['miller', 'waiter'].map((name) => queries.process(name)?.exitedMs ?? Infinity));
        if (first === undefined) return { yes: false, seen: { en: 'the parent printed nothing', zh: '父进程什么也没打印' } };
        return first >= ended
          ? { yes: true, seen: { en: 'both had ended', zh: '两个都已结束' } }
          : { yes: false, seen: { en: 'one of them had not ended', zh: '有一个还没结束' } };
      },
    },
  ],
};
