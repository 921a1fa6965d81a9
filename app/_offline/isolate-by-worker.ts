import { registerWorker } from './register-worker';

/** Of localStorage: the host sets no headers, or did not when a page was last opened without a worker. */
const BY_WORKER = 'spawnpoint.isolated-by-worker';
/** Of sessionStorage: this tab has tried, and is not to load again and again. */
const TRIED = 'spawnpoint.isolation-tried';

/**
 * On a host that sets no headers the service worker sets them, from the next time the page is loaded: that is done now, once, or left
 * to a reader who has already begun to do something.
 */
export async function isolateByWorker(onLeft: () => void): Promise<void> {
  try {
    if (sessionStorage.getItem(TRIED) !== null) return;
    await registerWorker();
    await navigator.serviceWorker.ready;
    sessionStorage.setItem(TRIED, 'true');
    localStorage.setItem(BY_WORKER, 'true');
    if (navigator.userActivation.hasBeenActive) onLeft();
    else window.location.reload();
  } catch (error) {
    // Private windows of some browsers have no workers: Run says what is missing.
    console.warn('Cannot isolate the page', error);
  }
}

export function isIsolatedByWorker(): boolean {
  try {
    return localStorage.getItem(BY_WORKER) !== null;
  } catch {
    return false;
  }
}
