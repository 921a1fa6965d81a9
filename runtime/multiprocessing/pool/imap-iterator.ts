import { TimeoutError } from '../errors';
import { addressOf } from '../../stdlib/pickle/address';
import { raiseHere } from './errors';
import { newJob, type Receiver, type ResultKeeper } from './results';

/** What `imap` answers: `next(timeout?)`, and it can be iterated. */
export interface ResultIterator<T> extends IterableIterator<T, undefined> {
  next(timeout?: number | null): IteratorResult<T, undefined>;
  /** @internal Whether `next` would answer without waiting. */
  _isReady(): boolean;
}

type Item = readonly [success: boolean, value: unknown];

/** The results of an `imap`, one after another. */
export class IMapIterator<T = unknown> implements Receiver, ResultIterator<T> {
  /** @internal */
  readonly _job = newJob();
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
    this.#keeper.waitFor(() => this.#hasAnswer(), timeout);
    const item = this._items.shift();
    if (item === undefined) {
      if (this._index === this.#length) return { value: undefined, done: true };
      throw new TimeoutError();
    }
    const [success, value] = item;
    if (success) return { value: value as T, done: false };
    raiseHere(value);
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** @internal */
  _isReady(): boolean {
    this.#keeper.poll();
    return this.#hasAnswer();
  }

  toString(): string {
    return `<multiprocessing.pool.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
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

  #hasAnswer(): boolean {
    return this._items.length > 0 || this._index === this.#length;
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
export class ChunkIterator<T> implements ResultIterator<T> {
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

  /** @internal */
  _isReady(): boolean {
    return this.#chunk.length > 0 || this.chunks._isReady();
  }

  [Symbol.iterator](): this {
    return this;
  }
}
