import { type Steps, until } from '../../../stdlib/threading/steps';
import { type AsyncResult, Pool, type PoolOptions, type ResultIterator } from '../../pool';

/** A pool in the server: its calls wait for their own results only. */
export class PoolReferent {
  readonly #pool: Pool;

  constructor(options?: number | null | PoolOptions) {
    this.#pool = new Pool(options);
  }

  *_apply(func: () => unknown, args?: never, kwds?: never): Steps<unknown> {
    return yield* this.applyAsync(func, args, kwds)._get();
  }

  *_map(func: (item: unknown) => unknown, items: unknown[], chunksize?: number | null): Steps<unknown> {
    return yield* this.mapAsync(func, items, chunksize)._get();
  }

  *_starmap(func: (...args: unknown[]) => unknown, items: unknown[][], chunksize?: number | null): Steps<unknown> {
    return yield* this.starmapAsync(func, items, chunksize)._get();
  }

  applyAsync(func: () => unknown, args?: never, kwds?: never, callbacks?: never): AsyncResultReferent {
    return new AsyncResultReferent(this.#pool.applyAsync(func, args, kwds, callbacks));
  }

  mapAsync(
    func: (item: unknown) => unknown,
    items: unknown[],
    chunksize?: number | null,
    callbacks?: never,
  ): AsyncResultReferent {
    return new AsyncResultReferent(this.#pool.mapAsync(func, items, chunksize, callbacks));
  }

  starmapAsync(
    func: (...args: unknown[]) => unknown,
    items: unknown[][],
    chunksize?: number | null,
    callbacks?: never,
  ): AsyncResultReferent {
    return new AsyncResultReferent(this.#pool.starmapAsync(func, items, chunksize, callbacks));
  }

  imap(func: (item: unknown) => unknown, items: unknown[], chunksize?: number): IteratorReferent {
    return new IteratorReferent(this.#pool.imap(func, items, chunksize));
  }

  imapUnordered(func: (item: unknown) => unknown, items: unknown[], chunksize?: number): IteratorReferent {
    return new IteratorReferent(this.#pool.imapUnordered(func, items, chunksize));
  }

  close(): void {
    this.#pool.close();
  }

  terminate(): void {
    this.#pool.terminate();
  }

  *_join(): Steps<void> {
    yield* this.#pool._join();
  }

  toString(): string {
    return this.#pool.toString();
  }
}

export class AsyncResultReferent {
  constructor(private readonly result: Pick<AsyncResult, 'get' | 'ready' | 'successful'>) {}

  *_get(timeout?: number | null): Steps<unknown> {
    yield until(() => this.result.ready(), timeout);
    return this.result.get(0);
  }

  *_wait(timeout?: number | null): Steps<void> {
    yield until(() => this.result.ready(), timeout);
  }

  ready(): boolean {
    return this.result.ready();
  }

  successful(): boolean {
    return this.result.successful();
  }
}

/** Hands out one item at a time. */
export class IteratorReferent {
  constructor(private readonly iterator: ResultIterator<unknown>) {}

  *_next(timeout?: number | null): Steps<IteratorResult<unknown, undefined>> {
    yield until(() => this.iterator._isReady(), timeout);
    return this.iterator.next(0);
  }
}
