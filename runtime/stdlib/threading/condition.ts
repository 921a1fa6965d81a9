import { RuntimeError } from '../../errors';
import { deadlineAfter } from '../../process/system';
import { type Lock, RLock } from './lock';
import { drive, type Step, type Steps } from './steps';

/**
 * Lets threads wait until another says that something has changed.
 *
 * @param lock - default a new RLock.
 * @python threading.Condition
 * @see CPython 3.11 Lib/threading.py
 */
export class Condition {
  readonly #lock: Lock | RLock;
  /** Those who wait, the longest first. A waiter that was notified is no longer in here. */
  readonly #waiters = new Set<object>();

  constructor(lock?: Lock | RLock | null) {
    this.#lock = lock ?? new RLock();
  }

  /** Takes the lock; see `Lock.acquire`. */
  acquire(block = true, timeout?: number | null): boolean {
    return drive(this._acquire(block, timeout));
  }

  /** Releases the lock. */
  release(): void {
    this.#lock.release();
  }

  /** Takes the lock until the end of the block. */
  hold(): Disposable {
    return this.#lock.hold();
  }

  [Symbol.dispose](): void {
    this.release();
  }

  /**
   * Releases the lock, waits for a notification, and takes the lock again.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns false when nobody notified in time.
   * @throws RuntimeError - the lock is not taken: `cannot wait on un-acquired lock`.
   */
  wait(timeout?: number | null): boolean {
    return drive(this._wait(timeout));
  }

  /** Waits until a function answers something true. */
  waitFor<T>(predicate: () => T, timeout?: number | null): T {
    return drive(this._waitFor(predicate, timeout));
  }

  /**
   * Wakes threads that wait.
   * @param n - how many; default 1.
   * @throws RuntimeError - the lock is not taken: `cannot notify on un-acquired lock`.
   */
  notify(n = 1): void {
    if (!this.#lock._isOwned()) throw new RuntimeError('cannot notify on un-acquired lock');
    let left = n;
    for (const waiter of this.#waiters) {
      if (left-- <= 0) break;
      this.#waiters.delete(waiter);
    }
  }

  /** Wakes every thread that waits. */
  notifyAll(): void {
    this.notify(Infinity);
  }

  /** @internal */
  *_acquire(block = true, timeout?: number | null): Steps<boolean> {
    return yield* this.#lock._acquire(block, timeout);
  }

  /** @internal */
  *_wait(timeout?: number | null): Steps<boolean> {
    if (!this.#lock._isOwned()) throw new RuntimeError('cannot wait on un-acquired lock');
    const waiter = {};
    this.#waiters.add(waiter);
    const count = this.#lock._releaseSave();
    try {
      return yield this.#notified(waiter, deadlineAfter(timeout));
    } finally {
      this.#waiters.delete(waiter);
      yield* this.#lock._acquireRestore(count);
    }
  }

  /** @internal */
  *_waitFor<T>(predicate: () => T, timeout?: number | null): Steps<T> {
    const deadlineMs = deadlineAfter(timeout);
    const left = () => (deadlineMs - deadlineAfter(0)) / 1000;
    let result = predicate();
    while (!result) {
      if (left() <= 0) break;
      yield* this._wait(left());
      result = predicate();
    }
    return result;
  }

  toString(): string {
    return `<Condition(${this.#lock.toString()}, ${this.#waiters.size})>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #notified(waiter: object, deadlineMs: number): Step {
    return { isReady: () => !this.#waiters.has(waiter), deadlineMs };
  }
}
