import { endsWell, type ExerciseCheck } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Both children run.', zh: '两个子进程都运行。' }, ask: ({ queries }) => queries.ranChildren(2) },
    { wanted: { en: '`clock` is ended with its parent.', zh: '`clock` 随父进程一起被结束。' }, ask: ({ queries }) => queries.exitedWith('clock', -15) },
    { wanted: { en: '`courier` does its work to the end.', zh: '`courier` 把活儿做完。' }, ask: ({ queries }) => queries.exitedWith('courier', 0) },
    { wanted: { en: 'No process is left.', zh: '没有进程留下。' }, ask: ({ queries }) => queries.allEnded() },
  ],
};
