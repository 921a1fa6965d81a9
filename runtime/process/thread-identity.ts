/*
 * Which thread of this process runs. A program without green threads has one, and pays nothing for others; the scheduler of
 * those replaces the answers.
 */

export interface ThreadIdentity {
  readonly id: number;
  readonly name: string;
}

const MAIN: ThreadIdentity = { id: 0, name: 'MainThread' };

let currentThread: () => ThreadIdentity = () => MAIN;

export function threadIdentity(): ThreadIdentity {
  return currentThread();
}

/** The scheduler's: who asks is whoever it runs. */
export function identifyThreadsBy(ask: () => ThreadIdentity): void {
  currentThread = ask;
}
