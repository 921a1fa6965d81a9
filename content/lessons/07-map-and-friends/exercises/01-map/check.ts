import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'MainProcess prints the result and nothing else.', zh: 'MainProcess 只打印结果。' },
      ask: ({ queries }) => {
        const count = queries.eventsOf('MainProcess', 'output/written').length;
        return { yes: count === 1, seen: { en: `\`MainProcess\` printed ${count} lines`, zh: `\`MainProcess\` 打印了 ${count} 行` } };
      },
    },
    {
      wanted: { en: 'The workers calculate all five.', zh: '五个数都由工作进程来算。' },
      ask: ({ queries }) => {
        const done = queries.children().reduce((sum, { pid }) => sum + queries.eventsOf(pid, 'output/written').length, 0);
        return { yes: done === 5, seen: { en: `the workers printed ${done} lines`, zh: `工作进程打印了 ${done} 行` } };
      },
    },
    { wanted: { en: 'The result is `1 4 9 16 25`.', zh: '结果是 `1 4 9 16 25`。' }, ask: ({ stdout }) => ({ yes: stdout.at(-1) === '1 4 9 16 25', seen: printed(stdout.slice(-1)) }) },
  ],
};
