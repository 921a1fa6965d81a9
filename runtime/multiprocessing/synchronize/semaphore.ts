import { ObjectKind } from '../../process/trace';
import { SEM_VALUE_MAX, SemLock } from '../../process/sem-lock';
import { BaseLock } from './base-lock';

/**
 * A counter of free places: `acquire` takes one, waiting for it, and `release` adds one.
 *
 * @param value - how many places there are at first; default 1.
 * @throws OSError - `value` is negative.
 * @python multiprocessing.Semaphore
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 * @example
 * import { Semaphore } from 'multiprocessing';
 *
 * const places = new Semaphore(2);
 * places.acquire();
 * console.log(places.getValue());
 */
export class Semaphore extends BaseLock {
  constructor(value = 1) {
    super({ isRecursive: false, maxValue: SEM_VALUE_MAX, kind: ObjectKind.semaphore }, value);
  }

  /** How many places are free at this moment. */
  getValue(): number {
    return this._semlock.value();
  }

  override toString(): string {
    return `<${this.constructor.name}(value=${this._semlock.value()})>`;
  }
}

/**
 * A semaphore that complains when it is released more often than it was acquired.
 *
 * @param value - how many places there are; default 1.
 * @throws OSError - `value` is negative.
 * @python multiprocessing.BoundedSemaphore
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 */
export class BoundedSemaphore extends BaseLock {
  constructor(value = 1) {
    super({ isRecursive: false, maxValue: value, kind: ObjectKind.semaphore }, value);
  }

  /** How many places are free at this moment. */
  getValue(): number {
    return this._semlock.value();
  }

  override toString(): string {
    return `<${this.constructor.name}(value=${this._semlock.value()}, maxvalue=${this._semlock.form.maxValue})>`;
  }
}

/** A semaphore that is a part of something else, which the timeline shows instead. */
export function partSemaphore(value: number): SemLock {
  return new SemLock({ isRecursive: false, maxValue: SEM_VALUE_MAX, kind: null }, value);
}
