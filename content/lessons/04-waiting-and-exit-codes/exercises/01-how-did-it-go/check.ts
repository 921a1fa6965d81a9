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
  ],
};
