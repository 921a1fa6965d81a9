const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

let isSomebodyThere = false;

/** Calls back once somebody uses the page: a tab that was opened and left alone is to do nothing. */
export function whenPresent(callback: () => void): void {
  if (isSomebodyThere) return callback();
  const once = new AbortController();
  const notice = () => {
    isSomebodyThere = true;
    once.abort();
    callback();
  };
  for (const sign of SIGNS) window.addEventListener(sign, notice, { signal: once.signal, passive: true, capture: true });
}
