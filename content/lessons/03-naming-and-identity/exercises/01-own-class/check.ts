import { endsWell, type ExerciseCheck } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'The children are called `soup` and `pasta`.', zh: '子进程名叫 `soup` 和 `pasta`。' },
      ask: ({ queries }) => {
        const names = queries.children().map(({ name }) => name);
        const text = names.map((name) => `\`${name}\``).join(', ');
        return { yes: names.join() === 'soup,pasta', seen: { en: `they are called ${text}`, zh: `它们叫 ${text}` } };
      },
    },
    {
      wanted: { en: 'Each prints one line.', zh: '各打印一行。' },
      ask: ({ queries }) => {
        const counts = queries.children().map(({ pid }) => queries.eventsOf(pid, 'output/written').length);
        return { yes: counts.join() === '1,1', seen: { en: `they printed ${counts.join(' and ')} lines`, zh: `它们分别打印了 ${counts.join(' 行和 ')} 行` } };
      },
    },
    {
      wanted: { en: '`soup cooks soup` is among the lines.', zh: '其中有一行是 `soup cooks soup`。' },
      ask: ({ stdout }) => ({
        yes: stdout.includes('soup cooks soup'),
        seen: { en: `printed was “${stdout.join(' / ')}”`, zh: `打印的是“${stdout.join(' / ')}”` },
      }),
    },
  ],
};
