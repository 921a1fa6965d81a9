import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'One child runs.', zh: '运行一个子进程。' }, ask: ({ queries }) => queries.ranChildren(1) },
    {
      wanted: { en: 'The child bakes one cake.', zh: '子进程烤一个蛋糕。' },
      ask: ({ queries }) => queries.wrote(queries.children()[0]?.pid ?? 'Process-1', 1),
    },
    {
      wanted: { en: 'Each line is printed once.', zh: '每一行只打印一次。' },
      ask: ({ stdout }) => ({ yes: stdout.join('/') === 'a plum cake/done', seen: printed(stdout) }),
    },
  ],
};
