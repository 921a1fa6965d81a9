import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Three workers run.', zh: '运行三个工作进程。' }, ask: ({ queries }) => queries.ranChildren(3) },
    {
      wanted: { en: 'It is all over within four seconds.', zh: '四秒之内全部结束。' },
      ask: ({ queries }) => {
        const took = (queries.run.timeMs / 1000).toFixed(1);
        return { yes: queries.run.timeMs < 4000, seen: { en: `it took ${took} s`, zh: `用了 ${took} 秒` } };
      },
    },
    { wanted: { en: 'The list is `0.05 s, late, 0.1 s`.', zh: '列表是 `0.05 s, late, 0.1 s`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '0.05 s, late, 0.1 s', seen: printed(stdout) }) },
    { wanted: { en: 'No process is left.', zh: '没有进程留下。' }, ask: ({ queries }) => queries.allEnded() },
  ],
};
