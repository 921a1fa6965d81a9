import { endsWell, type ExerciseCheck } from '@/runtime/trace';

function printed(lines: readonly string[]) {
  return { en: lines.length === 0 ? 'nothing was printed' : `printed was “${lines.join(' / ')}”`, zh: lines.length === 0 ? '什么也没打印' : `打印的是“${lines.join(' / ')}”` };
}

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The reader ends well.', zh: '读者正常结束。' }, ask: ({ queries }) => queries.exitedWith('reader', 0) },
    {
      wanted: { en: 'Both words are read, and then the end.', zh: '读到两个词，然后是结尾。' },
      ask: ({ stdout }) => ({ yes: stdout.join('/') === 'read: fork/read: spawn/the end', seen: printed(stdout) }),
    },
  ],
};
