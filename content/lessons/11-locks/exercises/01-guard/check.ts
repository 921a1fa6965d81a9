import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  runs: 3,
  wants: [
    endsWell,
    { wanted: { en: 'Two processes count.', zh: '由两个进程来数。' }, ask: ({ queries }) => queries.ranChildren(2) },
    {
      wanted: { en: '`lock` is taken once for each visitor.', zh: '每位访客都要拿一次 `lock`。' },
      ask: ({ queries }) => {
        const holds = queries.holdsOf('lock').length;
        return { yes: holds > 0, seen: { en: holds === 0 ? '`lock` was never taken' : `it was taken ${holds} times`, zh: holds === 0 ? '`lock` 从没被拿过' : `拿了 ${holds} 次` } };
      },
    },
    { wanted: { en: 'None of the 4000 is lost.', zh: '4000 位一位不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '4000', seen: printed(stdout) }) },
  ],
};
