import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Four processes run: the manager and three writers.', zh: '运行四个进程：管理器和三个写的。' }, ask: ({ queries }) => queries.ranChildren(4) },
    {
      wanted: { en: 'Every writer talks to the manager.', zh: '每个写的进程都和管理器说话。' },
      ask: ({ queries }) => {
        const writers = queries.children().slice(1);
        const silent = writers.find(({ pid }) => queries.eventsOf(pid, 'message/sent').length === 0);
        return { yes: silent === undefined && writers.length > 0, seen: silent === undefined ? { en: 'all of them sent messages', zh: '都发过消息' } : { en: `\`${silent.name}\` sent nothing`, zh: `\`${silent.name}\` 什么也没发` } };
      },
    },
    { wanted: { en: 'The program prints `entries: 3`.', zh: '打印 `entries: 3`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'entries: 3', seen: printed(stdout) }) },
  ],
};
