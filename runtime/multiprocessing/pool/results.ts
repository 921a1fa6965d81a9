import { ValueError } from '../../errors';
import { TimeoutError } from '../errors';
import { raiseHere } from './errors';
import { addressOf } from '../reduction';

/** What results need of their pool. */
export interface ResultKeeper {
  /** Results that are still awaited, by job. */
  readonly cache: Map<number, Receiver>;
  /** Handles what has come, without waiting. */
  poll(): void;
  /** Waits, handling what comes; false when the time (seconds) was over first. */
  waitFor(isDone: () => boolean, timeout: number | null | undefined, awaited?: Receiver): boolean;
}

/** Takes what comes back of a job. */
export interface Receiver {
  /** How many results are still to come, where that is known. */
  readonly left?: number;
  receive(index: number, success: boolean, value: unknown): void;
}

/** What is called when a result has come, in the process that asked for it. */
export interface Callbacks<T> {
  /** With the result. */
  readonly callback?: ((value: T) => unknown) | null;
  /** With the exception. */
  readonly errorCallback?: ((error: unknown) => unknown) | null;
}

let jobs = 0;

/** @internal A number for a new job. */
export function newJob(): number {
  return jobs++;
}

/**
 * A result that will come.
 * @python multiprocessing.pool.AsyncResult - a callback runs the next time this process is inside a call of the library.
 * @see CPython 3.11 Lib/multiprocessing/pool.py
 */
export class AsyncResult<T = unknown> implements Receiver {
  /** @internal */
  readonly _job = newJob();
  /** @internal */
  readonly _keeper: ResultKeeper;
  /** @internal */
  readonly _callbacks: Callbacks<T>;
  /** @internal */
  _isReady = false;
  /** @internal */
  _success = true;
  /** @internal */
  _value: unknown = null;

  /** @internal */
  constructor(keeper: ResultKeeper, callbacks: Callbacks<T>) {
    this._keeper = keeper;
    this._callbacks = callbacks;
    keeper.cache.set(this._job, this);
  }

  /** Has it come? */
  ready(): boolean {
    if (!this._isReady) this._keeper.poll();
    return this._isReady;
  }

  /**
   * Did the task end without an exception?
   * @throws ValueError - it has not ended.
   */
  successful(): boolean {
    if (!this.ready()) throw new ValueError(`${this.toString()} not ready`);
    return this._success;
  }

  /**
   * Waits until it has come.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   */
  wait(timeout?: number | null): void {
    if (!this._isReady) this._keeper.waitFor(() => this._isReady, timeout, this);
  }

  /**
   * The result; waits for it.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @throws TimeoutError - it did not come in time.
   * @throws the exception of the task, with the worker's traceback as its cause.
   */
  get(timeout?: number | null): T {
    this.wait(timeout);
    if (!this._isReady) throw new TimeoutError();
    if (this._success) return this._value as T;
    raiseHere(this._value);
  }

  /** @internal */
  receive(_index: number, success: boolean, value: unknown): void {
    this._success = success;
    this._value = value;
    this._finish();
  }

  toString(): string {
    return `<multiprocessing.pool.${this._className()} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal Callbacks come before the result is ready. */
  _finish(): void {
    if (this._success) this._callbacks.callback?.(this._value as T);
    else this._callbacks.errorCallback?.(this._value);
    this._keeper.cache.delete(this._job);
    this._isReady = true;
  }

  /** @internal */
  _className(): string {
    return 'ApplyResult';
  }
}

/** The results of a `map`: an array, when all chunks have come. */
export class MapResult<T> extends AsyncResult<T[]> {
  readonly #chunksize: number;
  readonly #results: T[];
  /** @internal Chunks that have not come. */
  left: number;

  /** @internal */
  constructor(keeper: ResultKeeper, callbacks: Callbacks<T[]>, chunksize: number, length: number) {
    super(keeper, callbacks);
    this.#chunksize = chunksize;
    this.#results = new Array<T>(length).fill(null as T);
    this._value = this.#results;
    this.left = chunksize <= 0 ? 0 : Math.ceil(length / chunksize);
    if (chunksize > 0) return;
    this._isReady = true;
    keeper.cache.delete(this._job);
  }

  override receive(index: number, success: boolean, value: unknown): void {
    this.left--;
    if (success && this._success) {
      const start = index * this.#chunksize;
      for (const [offset, result] of (value as T[]).entries()) this.#results[start + offset] = result;
    } else if (!success && this._success) {
      this._success = false;
      this._value = value;
    }
    if (this.left === 0) this._finish();
  }

  override _className(): string {
    return 'MapResult';
  }
}
