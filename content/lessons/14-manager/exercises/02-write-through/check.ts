import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The manager runs.', zh: '管理器在运行。' }, ask: ({ queries }) => queries.ranChildren(1) },
    { wanted: { en: 'Printed is `fruit: pear`.', zh: '打印 `fruit: pear`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'fruit: pear', seen: printed(stdout) }) },
  ],
};
