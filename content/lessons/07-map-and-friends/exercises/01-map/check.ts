import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'MainProcess prints the result and nothing else.', zh: 'MainProcess 只打印结果。' },
      ask: ({ queries }) => queries.wrote('MainProcess', 1),
    },
    {
      wanted: { en: 'The workers calculate all five.', zh: '五个数都由工作进程来算。' },
      ask: ({ queries }) => {
        const done = queries.children().reduce((sum, { pid }) => sum + queries.prints(pid).length, 0);
        return { yes: done === 5, seen: { en: `the workers printed ${done} lines`, zh: `工作进程打印了 ${done} 行` } };
      },
    },
    { wanted: { en: 'The result is `1 4 9 16 25`.', zh: '结果是 `1 4 9 16 25`。' }, ask: ({ stdout }) => ({ yes: stdout.at(-1) === '1 4 9 16 25', seen: printed(stdout.slice(-1)) }) },
  ],
};
