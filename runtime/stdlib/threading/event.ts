import { addressOf } from '../pickle/address';
import { drive, type Steps, until } from './steps';

/**
 * A flag that threads can wait for.
 * @python threading.Event
 * @see CPython 3.11 Lib/threading.py
 */
export class Event {
  #isSet = false;
  /** Counts `set`, so that who waits hears of one that is taken back at once. */
  #raised = 0;

  /** Is the flag up? */
  isSet(): boolean {
    return this.#isSet;
  }

  /** Puts the flag up and wakes everybody who waits. */
  set(): void {
    this.#isSet = true;
    this.#raised++;
  }

  /** Puts the flag down. */
  clear(): void {
    this.#isSet = false;
  }

  /**
   * Waits until the flag is up.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns false when it was not up in time.
   */
  wait(timeout?: number | null): boolean {
    return drive(this._wait(timeout));
  }

  /** @internal */
  *_wait(timeout?: number | null): Steps<boolean> {
    if (this.#isSet) return true;
    const seen = this.#raised;
    return yield until(() => this.#isSet || this.#raised !== seen, timeout);
  }

  toString(): string {
    return `<threading.Event at ${addressOf(this)}: ${this.#isSet ? 'set' : 'unset'}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
