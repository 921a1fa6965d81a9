'use client';

import { useSyncExternalStore } from 'react';
import { createKeptRecord, type KeptRecord } from './kept-record';
import { placeOf } from './record-place';

let record: KeptRecord<number> | undefined;

/** How many hints were shown, by exercise. */
function hintsRecord(): KeptRecord<number> {
  return (record ??= createKeptRecord(placeOf('spawnpoint.hints'), isCount));
}

const subscribe = (listener: () => void) => hintsRecord().subscribe(listener);

/** How many hints of an exercise the reader has seen, and what shows one more. */
export function useHintsShown(exercise: string): readonly [number, () => void] {
  const shown = useSyncExternalStore(
    subscribe,
    () => hintsRecord().getSnapshot()[exercise] ?? 0,
    () => 0,
  );
  return [shown, () => hintsRecord().set(exercise, shown + 1)];
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value);
}
