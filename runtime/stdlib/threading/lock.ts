import { OverflowError, RuntimeError, ValueError } from '../../errors';
import { checkFlag } from '../../errors/argument-checks';
import { threadIdentity } from '../../process/thread-identity';
import { addressOf } from '../pickle/address';
import { drive, type Steps, untilSeen } from './steps';

const LONGEST_TIMEOUT = 9_223_372_036;

/** A wait's timeout as Python's locks take it: −1 and nothing are no limit. */
function timeoutOf(block: boolean, timeout: number | null | undefined): number | null {
  checkFlag('blocking', block);
  const limit = timeout ?? -1;
  if (!block && limit !== -1) throw new ValueError("can't specify a timeout for a non-blocking call");
  if (limit < 0 && limit !== -1) throw new ValueError('timeout value must be positive');
  if (limit > LONGEST_TIMEOUT) throw new OverflowError('timeout value is too large');
  return limit === -1 ? null : limit;
}

/** What Lock and RLock have in common. */
export abstract class ThreadLock {
  /** @internal */
  abstract _acquire(block?: boolean, timeout?: number | null): Steps<boolean>;

  abstract release(): void;

  abstract toString(): string;

  /**
   * Takes it, waiting until it is free.
   * @param block - wait; default true.
   * @param timeout - longest wait in seconds; −1 or nothing waits for ever.
   * @returns false when it could not be had (in time).
   */
  acquire(block = true, timeout?: number | null): boolean {
    return drive(this._acquire(block, timeout));
  }

  /** Takes it until the end of the block: `using _ = lock.hold();` */
  hold(): Disposable {
    this.acquire();
    return { [Symbol.dispose]: () => this.release() };
  }

  [Symbol.dispose](): void {
    this.release();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A lock between the threads of one process.
 * @python threading.Lock
 * @see CPython 3.11 Lib/threading.py
 * @example
 * import { Lock } from 'threading';
 *
 * const lock = new Lock();
 * console.log(lock.acquire(), lock.locked());
 */
export class Lock extends ThreadLock {
  #isLocked = false;

  /** Has somebody taken it? */
  locked(): boolean {
    return this.#isLocked;
  }

  /** @internal */
  override *_acquire(block = true, timeout?: number | null): Steps<boolean> {
    const limit = timeoutOf(block, timeout);
    if (this.#isLocked && (!block || !(yield* untilSeen(() => !this.#isLocked, limit)))) return false;
    this.#isLocked = true;
    return true;
  }

  /**
   * Gives it back. Any thread may.
   * @throws RuntimeError - it is not taken: `release unlocked lock`.
   */
  override release(): void {
    if (!this.#isLocked) throw new RuntimeError('release unlocked lock');
    this.#isLocked = false;
  }

  /** @internal What a Condition asks. */
  _isOwned(): boolean {
    return this.#isLocked;
  }

  /** @internal */
  _releaseSave(): number {
    this.release();
    return 1;
  }

  /** @internal */
  *_acquireRestore(_count: number): Steps<void> {
    yield* this._acquire();
  }

  override toString(): string {
    return `<${this.#isLocked ? 'locked' : 'unlocked'} _thread.lock object at ${addressOf(this)}>`;
  }
}

/**
 * A lock that its thread may take again; it must release it as often.
 * @python threading.RLock
 * @see CPython 3.11 Lib/threading.py
 */
export class RLock extends ThreadLock {
  #owner: number | null = null;
  #count = 0;

  /** @internal */
  override *_acquire(block = true, timeout?: number | null): Steps<boolean> {
    const limit = timeoutOf(block, timeout);
    const { id } = threadIdentity();
    if (this.#owner !== id) {
      if (this.#owner !== null && (!block || !(yield* untilSeen(() => this.#owner === null, limit)))) return false;
      this.#owner = id;
    }
    this.#count++;
    return true;
  }

  /**
   * Gives it back once.
   * @throws RuntimeError - this thread has not taken it: `cannot release un-acquired lock`.
   */
  override release(): void {
    if (!this._isOwned()) throw new RuntimeError('cannot release un-acquired lock');
    if (--this.#count === 0) this.#owner = null;
  }

  /** @internal */
  _isOwned(): boolean {
    return this.#owner === threadIdentity().id;
  }

  /** @internal */
  _releaseSave(): number {
    if (!this._isOwned()) throw new RuntimeError('cannot release un-acquired lock');
    const count = this.#count;
    this.#count = 0;
    this.#owner = null;
    return count;
  }

  /** @internal */
  *_acquireRestore(count: number): Steps<void> {
    yield* this._acquire();
    this.#count = count;
  }

  override toString(): string {
    const state = this.#owner === null ? 'unlocked' : 'locked';
    return `<${state} _thread.RLock object owner=${this.#owner ?? 0} count=${this.#count} at ${addressOf(this)}>`;
  }
}
