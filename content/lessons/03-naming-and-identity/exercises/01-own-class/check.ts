import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'The children are called `soup` and `pasta`.', zh: '子进程名叫 `soup` 和 `pasta`。' },
      ask: ({ queries }) => {
        const names = queries.children().map(({ name }) => name);
        const quoted = names.map((name) => `\`${name}\``);
        const seen =
          names.length === 0
            ? { en: 'there was no child', zh: '没有子进程' }
            : { en: `they are called ${quoted.join(', ')}`, zh: `它们叫 ${quoted.join('、')}` };
        return { yes: names.join() === 'soup,pasta', seen };
      },
    },
    {
      wanted: { en: 'Each prints one line.', zh: '各打印一行。' },
      ask: ({ queries }) => {
        const counts = queries.children().map(({ pid }) => queries.prints(pid).length);
        const seen =
          counts.length === 0
            ? { en: 'there was no child', zh: '没有子进程' }
            : { en: `they printed ${counts.join(' and ')} lines`, zh: `它们分别打印了 ${counts.join(' 行和 ')} 行` };
        return { yes: counts.join() === '1,1', seen };
      },
    },
    {
      wanted: { en: '`soup cooks soup` is among the lines.', zh: '其中有一行是 `soup cooks soup`。' },
      ask: ({ stdout }) => ({
        yes: stdout.includes('soup cooks soup'),
        seen: printed(stdout),
      }),
    },
  ],
};
