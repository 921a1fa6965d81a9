import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The manager runs.', zh: '管理器在运行。' }, ask: ({ queries }) => queries.ranChildren(1) },
    { wanted: { en: 'The program prints `fruit: pear`.', zh: '打印 `fruit: pear`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'fruit: pear', seen: printed(stdout) }) },
  ],
};
