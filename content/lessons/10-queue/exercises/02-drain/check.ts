import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'All 20 pages are taken out of the queue.', zh: '队列里的 20 页全部取走。' },
      ask: ({ queries }) => {
        const taken = queries.eventsOf('MainProcess', 'message/received').length;
        return { yes: taken >= 20, seen: { en: `${taken} were taken`, zh: `取走了 ${taken} 页` } };
      },
    },
    { wanted: { en: 'The program prints 400000.', zh: '打印 400000。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '400000', seen: printed(stdout) }) },
  ],
};
