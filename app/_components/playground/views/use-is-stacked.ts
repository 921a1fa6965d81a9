import { type RefObject, useEffect, useState } from 'react';

/** A narrower card shows one pane at a time; `styles/panes.css` says the same. */
const STACKED_BELOW = 640;

export function useIsStacked(card: RefObject<HTMLElement | null>): boolean {
  const [isStacked, setStacked] = useState(false);
  useEffect(() => {
    if (!card.current) return undefined;
    // The observer is told the width: to ask for it while a page comes to life would lay all of it out once more.
    const observer = new ResizeObserver(([entry]) => entry && setStacked(entry.contentRect.width < STACKED_BELOW));
    observer.observe(card.current);
    return () => observer.disconnect();
  }, [card]);
  return isStacked;
}
