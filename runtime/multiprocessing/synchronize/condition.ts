import { AssertionError, AttributeError } from '../../errors';
import { typeName } from '../../errors/type-name';
import { takeName } from '../../process/place';
import type { SemLock } from '../../process/sem-lock';
import { ObjectKind, traceMade } from '../../process/trace';
import { reduce } from '../../stdlib/pickle';
import { constructAs, assertSpawning, internal } from '../reduction';
import { BaseLock, fromParts, partsOf, type SemLockParts } from './base-lock';
import { RLock } from './lock';
import { partSemaphore } from './semaphore';
import { waitFor } from './wait-for';

interface Parts {
  readonly lock: BaseLock;
  /** How many sleep or have slept since the last notification. */
  readonly sleeping: SemLock;
  /** How many of those have woken. */
  readonly woken: SemLock;
  /** What they sleep on. */
  readonly waiting: SemLock;
}

/**
 * Lets processes wait until another says that something has changed. It goes with a lock, which whoever calls must have.
 *
 * @param lock - a Lock or RLock; default a new RLock.
 * @python multiprocessing.Condition
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 * @example
 * import { Condition, Process } from 'multiprocessing';
 *
 * function waiter(condition: Condition) {
 *   using _ = condition.hold();
 *   condition.notify();
 * }
 *
 * if (import.meta.main) {
 *   const condition = new Condition();
 *   condition.acquire();
 *   new Process({ target: waiter, args: [condition] }).start();
 *   console.log(condition.wait());
 *   condition.release();
 * }
 */
export class Condition {
  readonly #parts: Parts;

  constructor(lock?: BaseLock | null);
  /** @internal */
  constructor(parts: Parts);
  constructor(lock?: BaseLock | Parts | null) {
    if (typeof lock === 'object' && lock !== null && 'sleeping' in lock) {
      this.#parts = lock;
      return;
    }
    if (lock && !(lock instanceof BaseLock)) throw new AttributeError(`'${typeName(lock)}' object has no attribute 'acquire'`);
    const name = takeName();
    this.#parts = makeParts(lock ?? new RLock());
    traceMade(this._object, ObjectKind.condition, name);
  }

  /** @internal What the timeline calls it: who waits for it waits for this. */
  get _object(): number {
    return this.#parts.waiting.cell.offset;
  }

  /** Takes the lock; see `Lock.acquire`. */
  acquire(block = true, timeout?: number | null): boolean {
    return this.#parts.lock.acquire(block, timeout);
  }

  /** Releases the lock. */
  release(): void {
    this.#parts.lock.release();
  }

  /** Takes the lock until the end of the block: `using _ = condition.hold();` */
  hold(): Disposable {
    return this.#parts.lock.hold();
  }

  [Symbol.dispose](): void {
    this.release();
  }

  /**
   * Releases the lock, waits for a notification, and takes the lock again.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns false when nobody notified in time.
   * @throws AssertionError - the lock is not taken.
   */
  wait(timeout?: number | null): boolean {
    const { lock, sleeping, woken, waiting } = this.#parts;
    assert(lock._semlock.isMine(), 'must acquire() condition before using wait()');
    sleeping.release();
    const count = lock._semlock.count();
    for (let times = 0; times < count; times++) lock.release();
    try {
      return waiting.acquire(true, timeout);
    } finally {
      woken.release();
      for (let times = 0; times < count; times++) lock.acquire();
    }
  }

  /**
   * Waits until a function answers something true. Is called with the lock, and after every notification.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns what the function answered last.
   */
  waitFor<T>(predicate: () => T, timeout?: number | null): T {
    return waitFor((left) => this.wait(left), predicate, timeout);
  }

  /**
   * Wakes processes that wait. They go on when they get the lock.
   * @param n - how many; default 1.
   * @throws AssertionError - the lock is not taken.
   */
  notify(n = 1): void {
    const { lock, sleeping, woken, waiting } = this.#parts;
    assert(lock._semlock.isMine(), 'lock is not owned');
    assert(!waiting.acquire(false, null), 'notify: Should not have been able to acquire _wait_semaphore');
    // Those who woke by themselves, because their time was over, no longer sleep.
    while (woken.acquire(false, null)) {
      assert(sleeping.acquire(false, null), 'notify: Bug in sleeping_count.acquire- res should not be False');
    }
    let sleepers = 0;
    while (sleepers < n && sleeping.acquire(false, null)) {
      waiting.release();
      sleepers++;
    }
    if (sleepers === 0) return;
    for (let times = 0; times < sleepers; times++) woken.acquire(true, null);
    // Whoever gave up at that very moment did not take its own.
    while (waiting.acquire(false, null));
  }

  /** Wakes every process that waits. */
  notifyAll(): void {
    this.notify(Infinity);
  }

  toString(): string {
    const { lock, sleeping, woken } = this.#parts;
    return `<${this.constructor.name}(${lock.toString()}, ${sleeping.value() - woken.value()})>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    const { lock, sleeping, woken, waiting } = this.#parts;
    return [rebuild, [this.constructor, lock, partsOf(sleeping), partsOf(woken), partsOf(waiting)]];
  }
}

/** A condition that is a part of something else, which the timeline shows instead. */
export function partCondition(lock: BaseLock): Condition {
  return new Condition(makeParts(lock));
}

function makeParts(lock: BaseLock): Parts {
  return { lock, sleeping: partSemaphore(0), woken: partSemaphore(0), waiting: partSemaphore(0) };
}

const rebuild = internal(
  'Condition',
  (type: new () => Condition, lock: BaseLock, ...[sleeping, woken, waiting]: [SemLockParts, SemLockParts, SemLockParts]) => {
    const parts: Parts = { lock, sleeping: fromParts(sleeping), woken: fromParts(woken), waiting: fromParts(waiting) };
    return constructAs(Condition, [parts], type);
  },
);

function assert(condition: boolean, text: string): void {
  if (!condition) throw new AssertionError(text);
}
