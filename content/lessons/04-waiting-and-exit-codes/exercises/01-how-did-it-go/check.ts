import { type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    { wanted: { en: '`miller` ends by its exception.', zh: '`miller` 因异常而结束。' }, ask: ({ queries }) => queries.exitedWith('miller', 1) },
    { wanted: { en: '`waiter` leaves with status 3.', zh: '`waiter` 以状态 3 退出。' }, ask: ({ queries }) => queries.exitedWith('waiter', 3) },
    {
      wanted: { en: 'The parent prints `miller: 1` and `waiter: 3`, and no more.', zh: '父进程打印 `miller: 1` 和 `waiter: 3`，别的不打印。' },
      ask: ({ stdout }) => ({
        yes: stdout.join('/') === 'miller: 1/waiter: 3',
        seen: printed(stdout),
      }),
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
