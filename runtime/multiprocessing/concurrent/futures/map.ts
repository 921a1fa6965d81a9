import { ValueError } from '../../../errors';
import { checkComparable, checkInteger, checkKeywords } from '../../../errors/argument-checks';
import * as system from '../../../process/system';
import { isRecord, iterable } from '../../../stdlib/iterable';
import type { Future } from '../../../stdlib/concurrent/future';

/** How the results of `Executor.map` are waited for. */
export interface MapOptions {
  /** Longest wait for all of them in seconds; null or undefined waits for ever. */
  readonly timeout?: number | null;
  /** How many calls travel together to a process; default 1. Threads ignore it. */
  readonly chunksize?: number;
}

/** What `Executor.map` answers. */
export type ResultsIterator<T> = IterableIterator<T, undefined>;

interface Submitter {
  one(args: readonly unknown[]): Future;
  chunk(calls: readonly (readonly unknown[])[]): Future;
}

/** Submits a call for each group of items; the results come in their order. */
export function mapOver<T>(iterables: readonly unknown[], submit: Submitter): ResultsIterator<T> {
  const last = iterables.at(-1);
  const hasOptions = isRecord(last);
  const options: MapOptions = hasOptions ? last : {};
  checkKeywords('Executor.map', options, ['timeout', 'chunksize']);
  const { timeout, chunksize = 1 } = options;
  checkComparable(chunksize, '<');
  if (chunksize < 1) throw new ValueError('chunksize must be >= 1.');
  checkInteger(chunksize);
  const calls = zip((hasOptions ? iterables.slice(0, -1) : iterables) as readonly Iterable<unknown>[]);
  const deadlineMs = system.deadlineAfter(timeout);
  const futures: Future[] = [];
  if (chunksize === 1) for (const args of calls) futures.push(submit.one(args));
  else {
    for (let start = 0; start < calls.length; start += chunksize) {
      futures.push(submit.chunk(calls.slice(start, start + chunksize)));
    }
  }
  return new Results<T>(futures, deadlineMs, chunksize > 1);
}

/** One array for each call; the shortest iterable says how many. */
function zip(iterables: readonly Iterable<unknown>[]): unknown[][] {
  const lists = iterables.map((items) => [...iterable(items)]);
  const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index]));
}

class Results<T> implements ResultsIterator<T> {
  #ready: T[] = [];

  constructor(
    private readonly futures: Future[],
    private readonly deadlineMs: number,
    private readonly areChunks: boolean,
  ) {}

  next(): IteratorResult<T, undefined> {
    for (;;) {
      if (this.#ready.length > 0) return { value: this.#ready.shift() as T, done: false };
      const [future] = this.futures.splice(0, 1);
      if (future === undefined) return { value: undefined, done: true };
      const result = this.#resultOf(future);
      this.#ready = this.areChunks ? [...(result as T[])] : [result as T];
    }
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** When one fails or comes too late, the others are cancelled. */
  #resultOf(future: Future): unknown {
    try {
      return future.result(this.deadlineMs === Infinity ? null : this.deadlineMs / 1000 - system.clock());
    } catch (error) {
      for (const other of [future, ...this.futures.splice(0)]) other.cancel();
      throw error;
    }
  }
}
