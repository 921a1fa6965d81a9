import type { RecordPlace } from './kept-record';

/** Where this page keeps a record. In the browser only. */
export function placeOf(key: string): RecordPlace {
  return {
    key,
    storage: availableStorage(),
    onForeignChange: (changed) => {
      window.addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) changed();
      });
    },
  };
}

function availableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // The reader has forbidden site data.
    return undefined;
  }
}
