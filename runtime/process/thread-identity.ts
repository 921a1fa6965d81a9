/*
 * Which thread of this process runs. A program without green threads has one, and pays nothing for others; the scheduler of
 * those replaces the answers.
 */

export interface ThreadIdentity {
  readonly id: number;
  readonly name: string;
}

const MAIN: ThreadIdentity = { id: 0, name: 'MainThread' };

let currentThread: (() => ThreadIdentity) | null = null;

export function threadIdentity(): ThreadIdentity {
  return currentThread === null ? MAIN : currentThread();
}

/** Asked each time a lock is taken, so it has to be quick. */
export function threadId(): number {
  return currentThread === null ? 0 : currentThread().id;
}

/** While threads are scheduled, a signal waits for its thread: that shall raise it, where it stands. */
export const signals = { areHeld: false };

/** The scheduler's: who asks is whoever it runs. */
export function identifyThreadsBy(ask: () => ThreadIdentity): void {
  currentThread = ask;
}
