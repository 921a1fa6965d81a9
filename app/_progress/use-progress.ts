'use client';

import { useSyncExternalStore } from 'react';
import { createProgressStore, type Progress, type ProgressStore, progressKey } from './progress-store';

let store: ProgressStore | undefined;

function availableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // The reader has forbidden site data.
    return undefined;
  }
}

/** The store of this page; made in the browser, at first use. */
export function progressStore(): ProgressStore {
  store ??= createProgressStore(availableStorage(), (changed) => {
    window.addEventListener('storage', ({ key }) => {
      if (key === progressKey || key === null) changed();
    });
  });
  return store;
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
