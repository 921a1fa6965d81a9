const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/** Who loads a page again, or goes back to it, is there. */
let isSomebodyThere = /^(?:reload|back_forward)$/.test(navigationType());

/** Calls back once somebody uses the page: a tab that was opened and left alone is to do nothing. Returns how to call that off. */
export function whenPresent(callback: () => void): () => void {
  const once = new AbortController();
  const notice = () => {
    isSomebodyThere = true;
    once.abort();
    callback();
  };
  if (isSomebodyThere) {
    notice();
  } else {
    for (const sign of SIGNS) window.addEventListener(sign, notice, { signal: once.signal, passive: true, capture: true });
  }
  return () => once.abort();
}

function navigationType(): string {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type ?? '';
}
