import { RuntimeError } from '../../../errors';
import { typeName } from '../../../errors/type-name';
import { isRecord, iterable } from '../../../stdlib/iterable';
import type { Token } from '../protocol';
import { BaseProxy, type ProxyOptions } from '../proxy';

const INDEX = /^-?\d+$/;

/**
 * A dict in a manager's server, used as a Map. What is got from it is a copy: to change a value inside, put it back. Arrays,
 * plain objects, Maps and Sets cannot be keys: `unhashable type: 'list'`.
 * @python multiprocessing.managers.DictProxy - a Map's methods, and Python's; bytes cannot be keys.
 */
export class DictProxy<K = unknown, V = unknown> extends BaseProxy {
  /** How many keys there are. */
  get size(): number {
    return this._callmethod('length') as number;
  }

  /** The value of a key, or the default, or undefined. */
  get(key: K): V | undefined;
  get<D>(key: K, fallback: D): V | D;
  get(key: K, fallback?: unknown): unknown {
    return this._callmethod('get', fallback === undefined ? [key] : [key, fallback]);
  }

  set(key: K, value: V): this {
    this._callmethod('set', [key, value]);
    return this;
  }

  has(key: K): boolean {
    return this._callmethod('has', [key]) as boolean;
  }

  /** Removes a key; answers whether it was there. */
  delete(key: K): boolean {
    return this._callmethod('delete', [key]) as boolean;
  }

  clear(): void {
    this._callmethod('clear');
  }

  keys(): K[] {
    return this._callmethod('keys') as K[];
  }

  values(): V[] {
    return this._callmethod('values') as V[];
  }

  items(): [K, V][] {
    return this._callmethod('items') as [K, V][];
  }

  /** A copy, as a Map. */
  copy(): Map<K, V> {
    return this._callmethod('copy') as Map<K, V>;
  }

  /**
   * Removes a key and answers its value.
   * @throws KeyError - it is not there, and there is no default.
   */
  pop(key: K, ...fallback: [fallback?: V]): V {
    return this._callmethod('pop', [key, ...fallback]) as V;
  }

  /**
   * Removes the last key.
   * @throws KeyError - there is none.
   */
  popitem(): [K, V] {
    return this._callmethod('popitem') as [K, V];
  }

  /** The value of a key, which is set first if it is not there. */
  setdefault(key: K, value: V): V {
    return this._callmethod('setdefault', [key, value]) as V;
  }

  update(other: Iterable<readonly [K, V]> | Readonly<Record<string, V>>): void {
    this._callmethod('update', [isRecord(other) ? other : [...iterable(other)]]);
  }

  /** @throws RuntimeError - somebody added or removed a key meanwhile. */
  [Symbol.iterator](): Generator<[K, V], void> {
    return this.#walk(this.items());
  }

  *#walk(items: readonly [K, V][]): Generator<[K, V], void> {
    const checkSize = () => {
      if (this.size !== items.length) throw new RuntimeError('dictionary changed size during iteration');
    };
    for (const item of items) {
      checkSize();
      yield item;
    }
    checkSize();
  }
}

/** What has its items in a row, in a manager's server: `proxy[i]` is a call. */
class SequenceProxy<T> extends BaseProxy {
  [index: number]: T;

  constructor(token: Token, options?: ProxyOptions) {
    super(token, options);
    return new Proxy(this, {
      get: (target, key, receiver) =>
        typeof key === 'string' && INDEX.test(key) ? target.at(Number(key)) : (Reflect.get(target, key, receiver) as unknown),
      set: (target, key, value, receiver) => {
        if (typeof key !== 'string' || !INDEX.test(key)) return Reflect.set(target, key, value, receiver);
        target._callmethod('setItem', [Number(key), value]);
        return true;
      },
    });
  }

  get length(): number {
    return this._callmethod('length') as number;
  }

  /**
   * The item at an index; a negative one counts from the end.
   * @throws IndexError - there is none.
   */
  at(index: number): T {
    return this._callmethod('item', [index]) as T;
  }

  /** A copy of a part, as an array. */
  slice(start?: number, end?: number): T[] {
    return this._callmethod('slice', start === undefined ? [] : end === undefined ? [start] : [start, end]) as T[];
  }
}

/**
 * A list in a manager's server. What is got from it is a copy.
 * @python multiprocessing.managers.ListProxy
 */
export class ListProxy<T = unknown> extends SequenceProxy<T> {
  append(item: T): void {
    this._callmethod('append', [item]);
  }

  extend(items: Iterable<T>): void {
    this._callmethod('extend', [[...iterable(items)]]);
  }

  insert(index: number, item: T): void {
    this._callmethod('insert', [index, item]);
  }

  /** Removes the item at an index, by default the last. */
  pop(index = -1): T {
    return this._callmethod('pop', [index]) as T;
  }

  /** Removes the first item that equals this. */
  remove(item: T): void {
    this._callmethod('remove', [item]);
  }

  reverse(): void {
    this._callmethod('reverse');
  }

  /** @param options - `key`, a top-level function that says what to compare; `reverse`. */
  sort(options: { readonly key?: (item: T) => unknown; readonly reverse?: boolean } = {}): void {
    this._callmethod('sort', [options]);
  }

  /** @throws ValueError - it is not there. */
  index(item: T, start = 0): number {
    return this._callmethod('index', [item, start]) as number;
  }

  count(item: T): number {
    return this._callmethod('count', [item]) as number;
  }

  includes(item: T): boolean {
    return this._callmethod('includes', [item]) as boolean;
  }

  /**
   * A copy with other items after it, as an array: Python's `+`.
   * @throws TypeError - what is to follow is no list.
   */
  concat(items: Iterable<T>): T[] {
    const list: unknown = items;
    if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) {
      throw new TypeError(`can only concatenate list (not "${typeName(list)}") to list`);
    }
    return [...this.slice(), ...items];
  }

  splice(start: number, count?: number, ...items: T[]): T[] {
    return this._callmethod('splice', count === undefined ? [start] : [start, count, ...items]) as T[];
  }

  /** One item after another, as they are when it is their turn. */
  *[Symbol.iterator](): Generator<T, void> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/**
 * An array in a manager's server.
 * @python multiprocessing.managers.ArrayProxy
 */
export class ArrayProxy<T = unknown> extends SequenceProxy<T> {
  *[Symbol.iterator](): Generator<T, void> {
    yield* this.slice();
  }
}

/**
 * Attributes in a manager's server: `ns.x = 1`. Names that begin with an underscore too.
 * @python multiprocessing.managers.NamespaceProxy
 */
export class NamespaceProxy extends BaseProxy {
  constructor(token: Token, options?: ProxyOptions) {
    super(token, options);
    return new Proxy(this, {
      get: (target, key, receiver) =>
        typeof key !== 'string' || key in target
          ? (Reflect.get(target, key, receiver) as unknown)
          : target._callmethod('attribute', [key]),
      set: (target, key, value) => {
        target._callmethod('setAttribute', [key, value]);
        return true;
      },
      deleteProperty: (target, key) => {
        target._callmethod('deleteAttribute', [key]);
        return true;
      },
      has: (target, key) => key in target || (typeof key === 'string' && (target._callmethod('names') as string[]).includes(key)),
    });
  }
}

/**
 * A value in a manager's server. `v.value += 1` is two calls.
 * @python multiprocessing.managers.ValueProxy
 */
export class ValueProxy<T = unknown> extends BaseProxy {
  get value(): T {
    return this._callmethod('get') as T;
  }

  set value(value: T) {
    this._callmethod('set', [value]);
  }

  get(): T {
    return this.value;
  }

  set(value: T): void {
    this.value = value;
  }
}
