'use client';

import { useSyncExternalStore } from 'react';
import { createProgressStore, type Progress, type ProgressStore } from './progress-store';
import { placeOf } from './record-place';

let store: ProgressStore | undefined;

/** The store of this page; made in the browser, at first use. */
export function progressStore(): ProgressStore {
  return (store ??= createProgressStore(placeOf('spawnpoint.progress')));
}

const nothing: Progress = {};
const subscribe = (listener: () => void) => progressStore().subscribe(listener);

/** The reader's progress; empty on the server and until the page is hydrated. */
export function useProgress(): Progress {
  return useSyncExternalStore(
    subscribe,
    () => progressStore().getSnapshot(),
    () => nothing,
  );
}
