import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Two processes run beside MainProcess.', zh: '除了 MainProcess，还运行了两个进程。' }, ask: ({ queries }) => queries.ranChildren(2) },
    {
      wanted: { en: 'The second is a child of the first.', zh: '第二个是第一个的子进程。' },
      ask: ({ queries }) => {
        const [first, second] = queries.children();
        if (second === undefined) return { yes: false, seen: { en: 'there was no second', zh: '没有第二个' } };
        const parent = queries.process(second.parentPid)?.name ?? '?';
        return {
          yes: first !== undefined && second.parentPid === first.pid,
          seen: { en: `\`${second.name}\` was started by \`${parent}\``, zh: `\`${second.name}\` 是由 \`${parent}\` 启动的` },
        };
      },
    },
    {
      wanted: { en: 'Both introduce themselves.', zh: '两个都介绍自己。' },
      ask: ({ stdout }) => ({
        yes: stdout.toSorted().join('/') === 'Process-1, child of MainProcess/Process-1:1, child of Process-1',
        seen: printed(stdout),
      }),
    },
  ],
};
