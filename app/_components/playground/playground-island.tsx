'use client';

import { island } from '@/app/_components/island/island';
import { hasDraft } from './session/draft-storage';
import './styles';

/** A playground that can be read before it can be used. */
export const PlaygroundIsland = island({
  load: async () => (await import('./playground')).Playground,
  idOf: ({ programId }) => programId,
  isWanted: ({ programId, source, opensLinks = false }) => opensLinks || hasDraft(programId, source),
});
