import { ValueError } from '../../errors';
import { checkComparable, checkFlag } from '../../errors/argument-checks';
import { addressOf } from '../pickle/address';
import { drive, type Steps, untilSeen } from './steps';

/**
 * A counter of free places, between the threads of one process.
 *
 * @param value - how many there are at first; default 1.
 * @throws ValueError - `semaphore initial value must be >= 0`.
 * @python threading.Semaphore
 * @see CPython 3.11 Lib/threading.py
 */
export class Semaphore {
  /** @internal */
  _value: number;
  /** @internal */
  readonly _initial: number;

  constructor(value = 1) {
    checkComparable(value, '<');
    if (value < 0) throw new ValueError('semaphore initial value must be >= 0');
    this._value = value;
    this._initial = value;
  }

  /** Takes a place, waiting for one; see `Lock.acquire`. */
  acquire(block = true, timeout?: number | null): boolean {
    return drive(this._acquire(block, timeout));
  }

  /** @internal */
  *_acquire(block = true, timeout?: number | null): Steps<boolean> {
    checkFlag('blocking', block);
    if (!block && timeout !== null && timeout !== undefined)
      throw new ValueError("can't specify timeout for non-blocking acquire");
    if (this._value === 0 && (!block || !(yield* untilSeen(() => this._value > 0, timeout)))) return false;
    this._value--;
    return true;
  }

  /**
   * Gives places back.
   * @param n - how many; default 1.
   */
  release(n = 1): void {
    if (n < 1) throw new ValueError('n must be one or more');
    this._value += n;
  }

  /** Takes a place until the end of the block. */
  hold(): Disposable {
    this.acquire();
    return { [Symbol.dispose]: () => this.release() };
  }

  [Symbol.dispose](): void {
    this.release();
  }

  toString(): string {
    return `<threading.${this.constructor.name} at ${addressOf(this)}: value=${this._value}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A semaphore that complains when it is released more often than it was acquired.
 * @python threading.BoundedSemaphore
 */
export class BoundedSemaphore extends Semaphore {
  /** @throws ValueError - `Semaphore released too many times`. */
  override release(n = 1): void {
    if (n < 1) throw new ValueError('n must be one or more');
    if (this._value + n > this._initial) throw new ValueError('Semaphore released too many times');
    this._value += n;
  }

  override toString(): string {
    return `<threading.${this.constructor.name} at ${addressOf(this)}: value=${this._value}/${this._initial}>`;
  }
}
