import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The visitor leaves well.', zh: '客人正常离开。' }, ask: ({ queries }) => queries.exitedWith('visitor', 0) },
    // Each proves to the other that it has the key; then it speaks.
    { wanted: { en: 'His words reach the house.', zh: '他的话传到了屋里。' }, ask: ({ queries }) => queries.sent('visitor', 'MainProcess', 4) },
    { wanted: { en: 'What he says is heard.', zh: '听得到他说的话。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'the visitor says: good evening', seen: printed(stdout) }) },
  ],
};
