import { checkKeywords } from '../../errors/argument-checks';
import { BrokenBarrierError } from '../broken-barrier-error';
import { addressOf } from '../pickle/address';
import { drive, type Steps, until } from './steps';

type State = 'filling' | 'draining' | 'resetting' | 'broken';

export interface BarrierOptions {
  /** Called by one of them when all are there, before they go on. */
  readonly action?: (() => unknown) | null;
  /** Longest wait in seconds where `wait` says nothing; null waits for ever. */
  readonly timeout?: number | null;
}

/**
 * Lets nobody pass before a number of threads have come.
 *
 * @param parties - how many.
 * @param options - `action`, called by one of them; `timeout` in seconds, the default of `wait`.
 * @python threading.Barrier
 * @see CPython 3.11 Lib/threading.py
 */
export class Barrier {
  readonly #options: BarrierOptions;
  #state: State = 'filling';
  #count = 0;

  constructor(
    /** How many it takes. */
    readonly parties: number,
    options: BarrierOptions = {},
  ) {
    checkKeywords('Barrier.__init__', options, ['action', 'timeout']);
    this.#options = options;
  }

  /** How many wait at this moment. */
  get nWaiting(): number {
    return this.#state === 'filling' ? this.#count : 0;
  }

  /** Has somebody given up? */
  get broken(): boolean {
    return this.#state === 'broken';
  }

  /**
   * Waits until all are there.
   * @param timeout - longest wait in seconds; then the barrier is broken.
   * @returns a number from 0 to parties − 1, a different one for each.
   * @throws BrokenBarrierError - it was broken or reset, or the time was over.
   */
  wait(timeout?: number | null): number {
    return drive(this._wait(timeout));
  }

  /** @internal */
  *_wait(timeout?: number | null): Steps<number> {
    if (this.#isLeaving()) yield until(() => !this.#isLeaving());
    if (this.#state === 'broken') throw new BrokenBarrierError();
    const index = this.#count++;
    try {
      if (index + 1 === this.parties) this.#release();
      else yield* this.#waitForOthers(timeout ?? this.#options.timeout);
      return index;
    } finally {
      this.#count--;
      if (this.#count === 0 && this.#isLeaving()) this.#state = 'filling';
    }
  }

  /** Begins anew. Whoever waits gets a BrokenBarrierError. */
  reset(): void {
    this.#state = this.#count === 0 ? 'filling' : this.#state === 'draining' ? 'draining' : 'resetting';
  }

  /** Breaks it: whoever waits, and whoever comes, gets a BrokenBarrierError. */
  abort(): void {
    this.#state = 'broken';
  }

  toString(): string {
    const name = `threading.Barrier at ${addressOf(this)}`;
    return this.broken ? `<${name}: broken>` : `<${name}: waiters=${this.nWaiting}/${this.parties}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #isLeaving(): boolean {
    return this.#state === 'draining' || this.#state === 'resetting';
  }

  #release(): void {
    try {
      this.#options.action?.();
      this.#state = 'draining';
    } catch (error) {
      this.#state = 'broken';
      throw error;
    }
  }

  *#waitForOthers(timeout: number | null | undefined): Steps<void> {
    const isMet = yield until(() => this.#state !== 'filling', timeout);
    if (!isMet) this.#state = 'broken';
    if (this.#state === 'broken' || this.#state === 'resetting') throw new BrokenBarrierError();
  }
}
