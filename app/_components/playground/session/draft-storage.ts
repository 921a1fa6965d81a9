import { contentHash } from './content-hash';

/** What of `Storage` is needed; `localStorage` may be absent, full or forbidden. */
export interface KeyValueStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Draft {
  readonly source: string;
  readonly savedAtMs: number;
}

export interface StoredDrafts {
  /** Saved for the starter as it is today. */
  readonly current: Draft | null;
  /** The newest of those saved for an earlier version of the starter. */
  readonly older: Draft | null;
}

const PREFIX = 'spawnpoint:code:';

/** The reader's code of one program. Reading never throws; a write that fails says so. */
export class DraftStorage {
  readonly #storage: () => KeyValueStorage | null;
  readonly #scope: string;
  readonly #key: string;

  /** `storage` is asked at each use: touching `localStorage` throws where the reader has forbidden it. */
  constructor(storage: () => KeyValueStorage | null, programId: string, starter: string) {
    this.#storage = storage;
    this.#scope = `${PREFIX}${programId}:`;
    this.#key = this.#scope + contentHash(starter);
  }

  load(): StoredDrafts {
    const storage = this.#open();
    if (!storage) return { current: null, older: null };
    let older: Draft | null = null;
    for (const key of this.#keys(storage)) {
      if (key === this.#key) continue;
      const draft = parseDraft(storage.getItem(key));
      if (draft && (!older || draft.savedAtMs > older.savedAtMs)) older = draft;
    }
    return { current: parseDraft(storage.getItem(this.#key)), older };
  }

  /** False when the browser would not keep it. */
  save(source: string, nowMs: number): boolean {
    const storage = this.#open();
    if (!storage) return false;
    try {
      storage.setItem(this.#key, JSON.stringify({ source, savedAtMs: nowMs } satisfies Draft));
      return true;
    } catch {
      return false; // full: the caller tells the reader
    }
  }

  /** Forgets the code saved for today's starter. */
  remove(): void {
    this.#open()?.removeItem(this.#key);
  }

  /** Forgets what was saved for earlier versions of the starter. */
  removeOlder(): void {
    const storage = this.#open();
    if (!storage) return;
    for (const key of this.#keys(storage)) if (key !== this.#key) storage.removeItem(key);
  }

  #open(): KeyValueStorage | null {
    try {
      return this.#storage();
    } catch {
      return null; // forbidden: the playground works, it only forgets
    }
  }

  #keys(storage: KeyValueStorage): string[] {
    const keys: string[] = [];
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i);
      if (key?.startsWith(this.#scope)) keys.push(key);
    }
    return keys;
  }
}

/** Whether this browser has code of the reader's for the program. */
export function hasDraft(programId: string, starter: string): boolean {
  const { current, older } = new DraftStorage(() => window.localStorage, programId, starter).load();
  return current !== null || older !== null;
}

function parseDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { source, savedAtMs } = value as Partial<Draft>;
    return typeof source === 'string' && typeof savedAtMs === 'number' ? { source, savedAtMs } : null;
  } catch {
    return null; // not written by us, or cut off
  }
}
