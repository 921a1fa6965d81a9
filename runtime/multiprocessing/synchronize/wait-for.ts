import { clock } from '../../process/system';

/**
 * What conditions do to wait until a function answers something true.
 * @param wait - waits for one notification, so many seconds at most; null is for ever.
 * @param timeout - longest wait in all, in seconds; null or undefined waits for ever.
 * @returns what the function answered last.
 */
export function waitFor<T>(wait: (timeout: number | null) => unknown, predicate: () => T, timeout?: number | null): T {
  let result = predicate();
  const end = timeout === undefined || timeout === null ? null : clock() + timeout;
  while (!result) {
    const left = end === null ? null : end - clock();
    if (left !== null && left <= 0) break;
    wait(left);
    result = predicate();
  }
  return result;
}
