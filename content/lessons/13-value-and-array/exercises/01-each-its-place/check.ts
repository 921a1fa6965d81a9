import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'Three children write, one place each.', zh: '三个子进程各写一个位置。' },
      ask: ({ queries }) => {
        const places = queries.children().flatMap(({ pid }) => queries.eventsOf(pid, 'value/written').map(({ element }) => element));
        const text = places.toSorted().join(', ');
        return { yes: text === '0, 1, 2', seen: text === '' ? { en: 'no child wrote anything', zh: '没有子进程写过' } : { en: `they wrote to the places ${text}`, zh: `写过的位置是 ${text}` } };
      },
    },
    { wanted: { en: 'The program prints `25 36 49`.', zh: '打印 `25 36 49`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '25 36 49', seen: printed(stdout) }) },
  ],
};
