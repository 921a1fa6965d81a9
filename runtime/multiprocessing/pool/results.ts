import { ValueError } from '../../errors';
import { TimeoutError } from '../errors';
import { addressOf } from '../reduction';

/** What results need of their pool. */
export interface ResultKeeper {
  /** Results that are still awaited, by job. */
  readonly cache: Map<number, Receiver>;
  /** Handles what has come, without waiting. */
  poll(): void;
  /** Waits, handling what comes; false when the time (seconds) was over first. */
  waitFor(isDone: () => boolean, timeout: number | null | undefined): boolean;
}

/** Takes what comes back of a job. */
export interface Receiver {
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

/**
 * A result that will come.
 * @python multiprocessing.pool.AsyncResult - a callback runs the next time this process is inside a call of the library.
 * @see CPython 3.11 Lib/multiprocessing/pool.py
 */
export class AsyncResult<T = unknown> implements Receiver {
  /** @internal */
  readonly _job = jobs++;
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
    this._keeper.poll();
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
    this._keeper.waitFor(() => this._isReady, timeout);
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
    throw this._value as Error;
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
  #left: number;

  /** @internal */
  constructor(keeper: ResultKeeper, callbacks: Callbacks<T[]>, chunksize: number, length: number) {
    super(keeper, callbacks);
    this.#chunksize = chunksize;
    this.#results = new Array<T>(length).fill(null as T);
    this._value = this.#results;
    this.#left = chunksize <= 0 ? 0 : Math.ceil(length / chunksize);
    if (chunksize > 0) return;
    this._isReady = true;
    keeper.cache.delete(this._job);
  }

  override receive(index: number, success: boolean, value: unknown): void {
    this.#left--;
    if (success && this._success) {
      const start = index * this.#chunksize;
      for (const [offset, result] of (value as T[]).entries()) this.#results[start + offset] = result;
    } else if (!success && this._success) {
      this._success = false;
      this._value = value;
    }
    if (this.#left === 0) this._finish();
  }

  override _className(): string {
    return 'MapResult';
  }
}

type Item = readonly [success: boolean, value: unknown];

/** The results of an `imap`, one after another. */
export class IMapIterator<T = unknown> implements Receiver, IterableIterator<T, undefined> {
  /** @internal */
  readonly _job = jobs++;
  /** @internal */
  readonly _items: Item[] = [];
  /** @internal How many have come into their place. */
  _index = 0;
  readonly #keeper: ResultKeeper;
  readonly #unsorted = new Map<number, Item>();
  #length: number | null = null;

  /** @internal */
  constructor(keeper: ResultKeeper) {
    this.#keeper = keeper;
    keeper.cache.set(this._job, this);
  }

  /**
   * The next result; waits for it.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @returns `{ value, done }`, as JavaScript's iterators answer.
   * @throws TimeoutError - it did not come in time.
   * @throws the exception of the task.
   */
  next(timeout?: number | null): IteratorResult<T, undefined> {
    this.#keeper.poll();
    this.#keeper.waitFor(() => this._items.length > 0 || this._index === this.#length, timeout);
    const item = this._items.shift();
    if (item === undefined) {
      if (this._index === this.#length) return { value: undefined, done: true };
      throw new TimeoutError();
    }
    const [success, value] = item;
    if (success) return { value: value as T, done: false };
    throw value as Error;
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** @internal */
  receive(index: number, success: boolean, value: unknown): void {
    this._place(index, [success, value]);
    this.#look();
  }

  /** @internal The pool has sent all of them, and so many they were. */
  setLength(length: number): void {
    this.#length = length;
    this.#look();
  }

  /** @internal */
  _place(index: number, item: Item): void {
    this.#unsorted.set(index, item);
    for (let next = this.#unsorted.get(this._index); next !== undefined; next = this.#unsorted.get(this._index)) {
      this.#unsorted.delete(this._index++);
      this._items.push(next);
    }
  }

  #look(): void {
    if (this._index === this.#length) this.#keeper.cache.delete(this._job);
  }
}

/** The results of an `imapUnordered`: as they come. */
export class IMapUnorderedIterator<T = unknown> extends IMapIterator<T> {
  override _place(_index: number, item: Item): void {
    this._items.push(item);
    this._index++;
  }
}

/** What chunks hold, one after another. */
export class ChunkIterator<T> implements IterableIterator<T, undefined> {
  #chunk: T[] = [];

  /** @internal */
  constructor(private readonly chunks: IMapIterator<T[]>) {}

  /** The next result; see `IMapIterator.next`. */
  next(timeout?: number | null): IteratorResult<T, undefined> {
    while (this.#chunk.length === 0) {
      const { value, done } = this.chunks.next(timeout);
      if (done === true) return { value: undefined, done: true };
      this.#chunk = value;
    }
    return { value: this.#chunk.shift() as T, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
