import type { KeyValueStorage } from '@/app/_components/playground/session/draft-storage';

/**
 * Keeps nothing beyond this frame. An embed neither reads nor writes the reader's saved code: the page around may ask
 * for the code that is shown.
 */
export function forgetfulStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
