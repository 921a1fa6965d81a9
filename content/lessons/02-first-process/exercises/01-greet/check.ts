import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  runs: 3,
  wants: [
    endsWell,
    { wanted: { en: 'One child runs.', zh: '运行一个子进程。' }, ask: ({ queries }) => queries.ranChildren(1) },
    {
      wanted: { en: 'The child prints, not the parent.', zh: '由子进程打印，而不是父进程。' },
      ask: ({ queries }) => queries.wrote('greeter', 1),
    },
    {
      wanted: { en: 'Both are greeted, and then the parent says goodbye.', zh: '先向两位问好，然后父进程说再见。' },
      ask: ({ stdout }) => ({ yes: stdout.join('/') === 'hello, Ada and Grace/goodbye', seen: printed(stdout) }),
    },
  ],
};
