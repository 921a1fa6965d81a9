import type { Spot } from '@/runtime';

/** A sentence of a text asks to see something in the timeline of a program on the same page. */
export interface SpotRequest {
  /** The `programId` of the playground. */
  readonly programId: string;
  readonly spot: Spot;
}

const spotEvent = 'spawnpoint:see';

export function askToSee(request: SpotRequest): void {
  window.dispatchEvent(new CustomEvent(spotEvent, { detail: request }));
}

/** @returns what ends the listening. */
export function whenAskedToSee(programId: string, see: (spot: Spot) => void): () => void {
  const listener = (event: Event) => {
    const { detail } = event as CustomEvent<SpotRequest>;
    if (detail.programId === programId) see(detail.spot);
  };
  window.addEventListener(spotEvent, listener);
  return () => window.removeEventListener(spotEvent, listener);
}
