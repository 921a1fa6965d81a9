import { type RefObject, useEffect } from 'react';

/** Calls back once, when the element first comes into view. */
export function useSight(element: RefObject<HTMLElement | null>, onSeen: () => void): void {
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onSeen();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, onSeen]);
}
