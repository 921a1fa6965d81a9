import type { Callbacks, Pool } from '../../pool';
import { BaseProxy } from '../proxy';

/**
 * A result that will come, of a pool in a manager's server.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what will come is the point of it
export class AsyncResultProxy<T = unknown> extends BaseProxy {
  get(timeout?: number | null): T {
    return this._callmethod('get', [timeout ?? null]) as T;
  }

  wait(timeout?: number | null): void {
    this._callmethod('wait', [timeout ?? null]);
  }

  ready(): boolean {
    return this._callmethod('ready') as boolean;
  }

  successful(): boolean {
    return this._callmethod('successful') as boolean;
  }
}

/**
 * Results of a pool in a manager's server, one after another.
 */
export class IteratorProxy<T> extends BaseProxy implements IterableIterator<T, undefined> {
  next(timeout?: number | null): IteratorResult<T, undefined> {
    return this._callmethod('next', [timeout ?? null]) as IteratorResult<T, undefined>;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/**
 * A pool in a manager's server.
 * @python multiprocessing.managers.PoolProxy
 */
export class PoolProxy extends BaseProxy {
  declare readonly apply: Pool['apply'];
  declare readonly map: Pool['map'];
  declare readonly starmap: Pool['starmap'];
  declare readonly imap: <T, R>(func: (item: T) => R, items: Iterable<T>, chunksize?: number) => IteratorProxy<Awaited<R>>;
  declare readonly imapUnordered: <T, R>(
    func: (item: T) => R,
    items: Iterable<T>,
    chunksize?: number,
  ) => IteratorProxy<Awaited<R>>;
  declare readonly applyAsync: <A extends unknown[], R>(
    func: (...args: A) => R,
    args?: Readonly<A>,
    kwds?: object,
    callbacks?: Callbacks<Awaited<R>>,
  ) => AsyncResultProxy<Awaited<R>>;
  declare readonly mapAsync: <T, R>(
    func: (item: T) => R,
    items: Iterable<T>,
    chunksize?: number | null,
    callbacks?: Callbacks<Awaited<R>[]>,
  ) => AsyncResultProxy<Awaited<R>[]>;
  declare readonly starmapAsync: <A extends unknown[], R>(
    func: (...args: A) => R,
    items: Iterable<Readonly<A>>,
    chunksize?: number | null,
    callbacks?: Callbacks<Awaited<R>[]>,
  ) => AsyncResultProxy<Awaited<R>[]>;

  close(): void {
    this._callmethod('close');
  }

  terminate(): void {
    this._callmethod('terminate');
  }

  join(): void {
    this._callmethod('join');
  }

  [Symbol.dispose](): void {
    this.terminate();
  }
}

for (const name of ['apply', 'map', 'starmap', 'imap', 'imapUnordered', 'applyAsync', 'mapAsync', 'starmapAsync']) {
  Object.defineProperty(PoolProxy.prototype, name, {
    value(this: PoolProxy, ...args: unknown[]): unknown {
      return this._callmethod(name, name.startsWith('apply') ? args : args.map(toArray));
    },
  });
}

/** Iterables cannot travel; what they yield can. */
function toArray(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Symbol.iterator in value ? [...(value as Iterable<unknown>)] : value;
}
