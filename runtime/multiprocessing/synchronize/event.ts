import { takeName } from '../../process/place';
import type { SemLock } from '../../process/sem-lock';
import { ObjectKind, traceMade, tracePart } from '../../process/trace';
import { constructAs, addressOf, assertSpawning, internal } from '../reduction';
import { reduce } from '../../stdlib/pickle';
import { fromParts, partsOf, type SemLockParts } from './base-lock';
import { type Condition, partCondition } from './condition';
import { PartLock } from './lock';
import { partSemaphore } from './semaphore';

/**
 * A flag that processes can wait for.
 * @python multiprocessing.Event
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 * @example
 * import { Event, Process } from 'multiprocessing';
 *
 * function starter(go: Event) {
 *   go.set();
 * }
 *
 * if (import.meta.main) {
 *   const go = new Event();
 *   new Process({ target: starter, args: [go] }).start();
 *   console.log(go.wait(), go.isSet());
 * }
 */
export class Event {
  readonly #condition: Condition;
  readonly #flag: SemLock;

  constructor();
  /** @internal */
  constructor(condition: Condition, flag: SemLock);
  constructor(condition?: Condition, flag?: SemLock) {
    if (condition !== undefined && flag !== undefined) {
      this.#condition = condition;
      this.#flag = flag;
      return;
    }
    const name = takeName();
    const lock = new PartLock(false);
    this.#condition = partCondition(lock);
    this.#flag = partSemaphore(0);
    const object = this.#flag.cell.offset;
    traceMade(object, ObjectKind.event, name);
    tracePart(this.#condition._object, object);
    tracePart(lock._semlock.cell.offset, object);
  }

  /** Is the flag up? */
  isSet(): boolean {
    using _ = this.#condition.hold();
    return this.#look();
  }

  /** Puts the flag up and wakes everybody who waits for it. */
  set(): void {
    using _ = this.#condition.hold();
    this.#flag.acquire(false, null);
    this.#flag.release();
    this.#condition.notifyAll();
  }

  /** Puts the flag down. */
  clear(): void {
    using _ = this.#condition.hold();
    this.#flag.acquire(false, null);
  }

  /**
   * Waits until the flag is up.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns false when it was not up in time.
   */
  wait(timeout?: number | null): boolean {
    using _ = this.#condition.hold();
    if (this.#look()) return true;
    this.#condition.wait(timeout);
    return this.#look();
  }

  /** CPython's `<Event at 0x… unset>`. */
  toString(): string {
    return `<${this.constructor.name} at ${addressOf(this)} ${this.isSet() ? 'set' : 'unset'}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this.#condition);
    return [rebuild, [this.constructor, this.#condition, partsOf(this.#flag)]];
  }

  #look(): boolean {
    if (!this.#flag.acquire(false, null)) return false;
    this.#flag.release();
    return true;
  }
}

const rebuild = internal('Event', (type: new () => Event, condition: Condition, flag: SemLockParts) => {
  return constructAs(Event, [condition, fromParts(flag)], type);
});
