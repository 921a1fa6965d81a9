import type { Handle } from '../memory/handle';
import { WaitKind } from '../memory/parker';
import { current } from './context';

/** Sleeps until what the background does has made something true; for the timeline, it reads from a pipe. */
export function waitForResult(isDone: () => boolean, deadlineMs: number, pipe: Handle): boolean {
  return current().parker.waitUntil(isDone, deadlineMs, { kind: WaitKind.pipeRead, object: pipe });
}
