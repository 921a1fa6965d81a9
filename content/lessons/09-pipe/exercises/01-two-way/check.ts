import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'Three messages go to the calculator, and two come back.', zh: '三条消息发给计算器，两条回来。' },
      ask: ({ queries }) => {
        const sent = (who: string) => queries.eventsOf(who, 'message/sent').length;
        const [there, back] = [sent('MainProcess'), sent('calculator')];
        return { yes: there === 3 && back === 2, seen: { en: `${there} went there and ${back} came back`, zh: `发出 ${there} 条，回来 ${back} 条` } };
      },
    },
    { wanted: { en: 'The program prints 36 and 49.', zh: '打印 36 和 49。' }, ask: ({ stdout }) => ({ yes: stdout.join('/') === '36/49', seen: printed(stdout) }) },
  ],
};
