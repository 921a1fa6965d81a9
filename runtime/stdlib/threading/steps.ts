import { waitLocally } from '../../process/wait-locally';
import { deadlineAfter } from '../../process/system';

/*
 * What Python's thread library does with condition variables of the operating system is written here as steps: a generator that
 * yields whenever it would have to wait. A thread drives them by sleeping; a manager's server drives those of many clients, and
 * never sleeps on one of them.
 */

/** A wait: until something is true, or the time is over. */
export interface Step {
  isReady(): boolean;
  /** On the clock of the machine, in milliseconds. */
  readonly deadlineMs: number;
}

/** A call that may have to wait. Each wait is answered with false when its time was over. */
export type Steps<T> = Generator<Step, T, boolean>;

/** @param timeout - seconds; null or undefined waits for ever. */
export function until(isReady: () => boolean, timeout?: number | null): Step {
  return { isReady, deadlineMs: deadlineAfter(timeout) };
}

/** As `until`, in steps. Another thread may have made it false before this one has its turn: so it looks again. */
export function* untilSeen(isReady: () => boolean, timeout?: number | null): Steps<boolean> {
  const step = until(isReady, timeout);
  while (!isReady()) if (!(yield step)) return false;
  return true;
}

/** Takes the steps one after another, sleeping in between. */
export function drive<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (next.done !== true) {
    const { isReady, deadlineMs } = next.value;
    let isMet: boolean;
    try {
      isMet = waitLocally(isReady, deadlineMs);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(isMet);
  }
  return next.value;
}
