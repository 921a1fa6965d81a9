import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    {
      wanted: { en: 'Two threads run.', zh: '运行两个线程。' },
      ask: ({ queries }) => {
        const count = queries.threadsOf('MainProcess');
        return { yes: count === 2, seen: { en: `there were ${count}`, zh: `有 ${count} 个` } };
      },
    },
    { wanted: { en: 'No coin is lost.', zh: '一枚也不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'every coin is there', seen: printed(stdout) }) },
  ],
};
