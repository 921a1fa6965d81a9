import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

const codes = [4, 5, 3];

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'Three children end with the exit codes 4, 5 and 3.', zh: '三个子进程的退出码分别是 4、5、3。' },
      ask: ({ queries }) => {
        const seen = queries.children().map(({ exitcode }) => exitcode);
        const text = seen.join(', ');
        return { yes: text === codes.join(', '), seen: { en: `the exit codes were ${text}`, zh: `退出码是 ${text}` } };
      },
    },
    {
      wanted: { en: 'The parent prints `letters: 12`.', zh: '父进程打印 `letters: 12`。' },
      ask: ({ stdout }) => ({
        yes: stdout.includes('letters: 12'),
        seen: printed(stdout),
      }),
    },
  ],
};
