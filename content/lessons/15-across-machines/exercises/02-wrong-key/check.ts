import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The visitor leaves well.', zh: '客人正常离开。' }, ask: ({ queries }) => queries.exitedWith('visitor', 0) },
    { wanted: { en: 'What he says is heard.', zh: '听得到他说的话。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'the visitor says: good evening', seen: printed(stdout) }) },
  ],
};
