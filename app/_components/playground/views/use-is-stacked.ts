import { type RefObject, useCallback, useSyncExternalStore } from 'react';

/** A narrower card shows one pane at a time; `playground.css` says the same. */
const STACKED_BELOW = 640;

export function useIsStacked(card: RefObject<HTMLElement | null>): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const observer = new ResizeObserver(listener);
      if (card.current) observer.observe(card.current);
      return () => observer.disconnect();
    },
    [card],
  );
  return useSyncExternalStore(
    subscribe,
    () => card.current !== null && card.current.clientWidth < STACKED_BELOW,
    () => false,
  );
}
