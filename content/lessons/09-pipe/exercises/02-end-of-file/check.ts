import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The reader ends well.', zh: '读者正常结束。' }, ask: ({ queries }) => queries.exitedWith('reader', 0) },
    { wanted: { en: 'Both words reach it.', zh: '两个词都到它手里。' }, ask: ({ queries }) => queries.sent('MainProcess', 'reader', 2) },
    { wanted: { en: 'The reader says all three lines.', zh: '三行都由读者打印。' }, ask: ({ queries }) => queries.wrote('reader', 3) },
    {
      wanted: { en: 'Both words are read, and then the end.', zh: '读到两个词，然后是结尾。' },
      ask: ({ stdout }) => ({ yes: stdout.join('/') === 'read: fork/read: spawn/the end', seen: printed(stdout) }),
    },
  ],
};
