import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'Soup, salad, roast: as they are done.', zh: '先汤，再沙拉，后烤肉：好一道上一道。' },
      ask: ({ stdout }) => ({ yes: stdout.join('/') === 'served: soup/served: salad/served: roast', seen: printed(stdout) }),
    },
    {
      wanted: { en: 'The first dish is on the table long before the last.', zh: '第一道菜比最后一道早得多。' },
      ask: ({ queries }) => {
        const times = queries.eventsOf('MainProcess', 'output/written').map(({ timeMs }) => timeMs);
        const gap = Math.round((times.at(-1) ?? 0) - (times[0] ?? 0));
        return { yes: gap > 200, seen: { en: `there were ${gap} ms between them`, zh: `两者相差 ${gap} ms` } };
      },
    },
  ],
};
