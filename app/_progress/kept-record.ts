/** Values by name that this browser keeps under one key; what other tabs write is taken up. */
export interface KeptRecord<T> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): Readonly<Record<string, T>>;
  set(name: string, value: T): void;
}

export type RecordStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface RecordPlace {
  readonly key: string;
  /** Undefined where the browser allows none: then the record lasts as long as the page. */
  readonly storage: RecordStorage | undefined;
  /** Calls back when another tab has changed what is under the key. */
  readonly onForeignChange: (changed: () => void) => void;
}

/** @param isValue - what is stored may have been written by anybody. */
export function createKeptRecord<T>(
  { key, storage, onForeignChange }: RecordPlace,
  isValue: (value: unknown) => value is T,
): KeptRecord<T> {
  const listeners = new Set<() => void>();
  const read = () => parse(storage?.getItem(key) ?? null, isValue);
  let record = read();

  const publish = (changed: Readonly<Record<string, T>>) => {
    record = changed;
    for (const listener of listeners) listener();
  };
  onForeignChange(() => publish(read()));

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => record,
    set(name, value) {
      // Read again: another tab may have written since.
      const changed = { ...(storage === undefined ? record : read()), [name]: value };
      try {
        storage?.setItem(key, JSON.stringify(changed));
      } catch {
        // The storage is full: the record still lasts as long as the page.
      }
      publish(changed);
    },
  };
}

function parse<T>(text: string | null, isValue: (value: unknown) => value is T): Readonly<Record<string, T>> {
  if (text === null) return {};
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, T] => isValue(entry[1])));
  } catch {
    // Whatever is there was not written by this code: begin anew.
    return {};
  }
}
