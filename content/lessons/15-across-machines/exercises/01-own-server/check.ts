import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The server ends well.', zh: '服务器正常结束。' }, ask: ({ queries }) => queries.exitedWith('server', 0) },
    { wanted: { en: 'The program prints `pears: 7`.', zh: '打印 `pears: 7`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'pears: 7', seen: printed(stdout) }) },
    {
      wanted: { en: 'MainProcess asks the server over a connection.', zh: 'MainProcess 通过连接去问服务器。' },
      ask: ({ queries }) => {
        const count = queries.eventsOf('MainProcess', 'message/sent').length;
        return { yes: count > 0, seen: { en: `it sent ${count} messages`, zh: `它发了 ${count} 条消息` } };
      },
    },
  ],
};
