/** Calls back once the page has loaded and has nothing else to do; returns how to call that off. */
export function whenIdle(callback: () => void): () => void {
  let isOff = false;
  const wait = () => {
    const run = () => isOff || callback();
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 5_000 });
    else setTimeout(run, 2_000);
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    isOff = true;
    window.removeEventListener('load', wait);
  };
}
