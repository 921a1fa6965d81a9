import { type RefObject, useEffect } from 'react';

/** While on, the card fills the window, the rest of the page is out of reach, and Escape ends it. */
export function useFullScreen(root: RefObject<HTMLElement | null>, isOn: boolean, onLeave: () => void): void {
  useEffect(() => {
    const card = root.current;
    if (!isOn || !card) return undefined;
    const shut = closeOffOthers(card);
    const { overflow } = document.documentElement.style;
    document.documentElement.style.overflow = 'hidden';
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // An Escape that closed a list of suggestions, or is about to close a dialog, is spent.
      const isSpent = event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog'));
      if (!isSpent) onLeave();
    };
    card.addEventListener('keydown', leave);
    return () => {
      card.removeEventListener('keydown', leave);
      document.documentElement.style.overflow = overflow;
      for (const element of shut) element.inert = false;
    };
  }, [root, isOn, onLeave]);
}

function closeOffOthers(card: HTMLElement): HTMLElement[] {
  const shut: HTMLElement[] = [];
  for (let inner: HTMLElement = card; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other === inner || !(other instanceof HTMLElement) || other.inert || other.tagName === 'IFRAME') continue;
      other.inert = true;
      shut.push(other);
    }
  }
  return shut;
}
