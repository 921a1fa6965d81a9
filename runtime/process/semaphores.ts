import { type Handle, wordOf } from '../memory/handle';
import { acquire as acquireSemaphore, post as postSemaphore, semaphoreValue } from '../memory/semaphore';
import { current } from './context';
import { deadlineAfter } from './system';

/** Waits for the semaphore; 0 seconds only tries. Answers false when the time was over first. */
export function acquire(handle: Handle, timeout?: number | null): boolean {
  return acquireSemaphore(current().parker, wordOf(handle), deadlineAfter(timeout));
}

export function post(handle: Handle): void {
  const { memory, parker } = current();
  parker.checkIn();
  postSemaphore(memory, wordOf(handle));
}

export function value(handle: Handle): number {
  return semaphoreValue(current().memory, wordOf(handle));
}
