'use client';

import { island } from '@/app/_components/island/island';
import { hasDraft } from '@/app/_components/playground/session/draft-storage';
import '@/app/_components/playground/styles';

/** An exercise that can be read before it can be done. */
export const ExerciseIsland = island({
  load: async () => (await import('./exercise-panel')).ExercisePanel,
  idOf: ({ id }) => id,
  isWanted: ({ id, start }) => hasDraft(id, start),
});
