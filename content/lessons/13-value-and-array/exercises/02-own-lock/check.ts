import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  runs: 3,
  wants: [
    endsWell,
    { wanted: { en: 'Two processes walk.', zh: '由两个进程来走。' }, ask: ({ queries }) => queries.ranChildren(2) },
    { wanted: { en: 'None of the 60000 steps is lost.', zh: '60000 步一步不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '60000', seen: printed(stdout) }) },
  ],
};
