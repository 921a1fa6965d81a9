import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False while what is shown is the server's, which knows nothing of the reader; true from the moment it is the browser's. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
