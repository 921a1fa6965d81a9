import type { Cell } from '../../process/cells';
import { SemLock, type SemLockForm } from '../../process/sem-lock';
import { threadIdentity } from '../../process/thread-identity';
import { reduce } from '../../stdlib/pickle';
import { currentProcess } from '../process';
import { constructAs, assertSpawning, internal, passHandle } from '../reduction';

/** What all locks have in common. */
export abstract class BaseLock {
  /** @internal */
  readonly _semlock: SemLock;

  /** @internal @param form - what to make, or what it is already. */
  constructor(form: SemLockForm | SemLock, value = 1) {
    this._semlock = form instanceof SemLock ? form : new SemLock(form, value);
  }

  /**
   * Takes it, waiting until it is free.
   * @param block - wait; default true. With false only try.
   * @param timeout - longest wait in seconds; null or undefined waits for ever, less than 0 is 0.
   * @returns false when it could not be had (in time).
   * @throws KeyboardInterrupt - Ctrl+C came meanwhile.
   * @example
   * import { Lock } from 'multiprocessing';
   *
   * const lock = new Lock();
   * console.log(lock.acquire(), lock.acquire(true, 0.1));
   */
  acquire(block = true, timeout?: number | null): boolean {
    return this._semlock.acquire(block, timeout);
  }

  /**
   * Gives it back and lets one of those who wait go on.
   * @throws ValueError - it was not taken: `semaphore or lock released too many times`.
   * @throws AssertionError - an RLock that somebody else has taken.
   */
  release(): void {
    this._semlock.release();
  }

  /**
   * Takes it until the end of the block: `using _ = lock.hold();`
   * @returns what releases it when it is disposed of.
   * @example
   * import { Lock } from 'multiprocessing';
   *
   * const lock = new Lock();
   * {
   *   using _ = lock.hold();
   *   console.log(String(lock));
   * }
   * console.log(String(lock));
   */
  hold(): Disposable {
    this.acquire();
    return this;
  }

  /** Releases it, where it was acquired before. */
  [Symbol.dispose](): void {
    this.release();
  }

  abstract toString(): string;

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    return [rebuild, [this.constructor, ...partsOf(this._semlock)]];
  }

  /** @internal Who has a lock, as CPython's repr says it. */
  _ownerName(): string {
    if (this._semlock.isMine()) {
      const thread = threadIdentity().name;
      return currentProcess().name + (thread === 'MainThread' ? '' : `|${thread}`);
    }
    if (this._semlock.value() === 1) return 'None';
    return this._semlock.count() > 0 ? 'SomeOtherThread' : 'SomeOtherProcess';
  }
}

/** What travels to a child: it gets a SemLock of its own for the same memory. */
export type SemLockParts = readonly [form: SemLockForm, cell: Cell];

export function partsOf({ form, cell }: SemLock): SemLockParts {
  passHandle(cell.region);
  return [form, cell];
}

export function fromParts([form, cell]: SemLockParts): SemLock {
  return new SemLock(form, 0, cell);
}

const rebuild = internal('SemLock', (type: new () => BaseLock, ...parts: SemLockParts) => {
  // The constructors of the classes between are for making a new one.
  return constructAs(BaseLock, [fromParts(parts)], type);
});
