import { type RefObject, useEffect, useEffectEvent } from 'react';

interface Shortcuts {
  onRunOrStop(): void;
  onHelp(): void;
}

/**
 * Ctrl/Cmd+Enter and `?`. With several playgrounds on a page the one with the focus is meant; when none has it, the
 * first that can be seen.
 */
export function useShortcuts(root: RefObject<HTMLElement | null>, { onRunOrStop, onHelp }: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !root.current || !isMeant(root.current, event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) onRunOrStop();
    } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTextEntry(event.target)) {
      event.preventDefault();
      onHelp();
    }
  });
  useEffect(() => {
    // Before the editor sees it: Monaco has a meaning of its own for Ctrl+Enter.
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

function isMeant(root: HTMLElement, { target }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : null;
  // A dialog's keys are its own.
  if (element?.closest('[role="dialog"], dialog')) return false;
  const holder = element?.closest('.pg');
  if (holder) return holder === root;
  if (isTextEntry(target)) return false;
  return [...document.querySelectorAll('.pg')].find(isInSight) === root;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function isTextEntry(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable], [role="textbox"]') !== null;
}
