import { WaitKind } from '../memory/parker';
import { current } from './context';

/**
 * Sleeps until something in this process is true: another of its threads, or the background, makes it so.
 * @returns false when the deadline passed first.
 */
export function waitLocally(isReady: () => boolean, deadlineMs: number): boolean {
  return current().parker.waitUntil(isReady, deadlineMs, { kind: WaitKind.ready, object: 0 });
}
