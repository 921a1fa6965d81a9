import { endsWell, type ExerciseCheck } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'One child runs, and bakes.', zh: '运行一个子进程，由它来烤。' }, ask: ({ queries }) => queries.ranChildren(1) },
    {
      wanted: { en: 'Each line is printed once.', zh: '每一行只打印一次。' },
      ask: ({ stdout }) => ({
        yes: stdout.join('/') === 'a plum cake/done',
        seen: { en: `printed was “${stdout.join(' / ')}”`, zh: `打印的是“${stdout.join(' / ')}”` },
      }),
    },
  ],
};
