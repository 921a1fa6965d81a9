import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** What the reader's keyboard calls the command key; `Ctrl` until the browser has been asked. */
export function useCommandKey(): '⌘' | 'Ctrl' {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}
