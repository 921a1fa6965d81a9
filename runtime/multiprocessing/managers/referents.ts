import { AttributeError, IndexError, KeyError, ValueError } from '../../errors';
import { isRecord, iterable } from '../../stdlib/iterable';
import { pythonLiteral } from '../../stdlib/python-literal';
import { typeName } from '../../errors/type-name';
import { type Steps, until } from '../../stdlib/threading/steps';
import { Pool, type PoolOptions } from '../pool';
import type { AsyncResult, ResultIterator } from '../pool';

/*
 * What lives in a manager's server. Methods whose names begin with an underscore are steps of calls that may wait; the server
 * takes them for many clients at a time.
 */

/** Python's dict, with JavaScript's names where those are shorter. */
export class DictReferent {
  readonly #map: Map<unknown, unknown>;

  constructor(initial: Iterable<readonly [unknown, unknown]> | object = []) {
    this.#map = new Map(entriesOf(initial));
  }

  get(key: unknown, fallback?: unknown): unknown {
    return this.#map.has(key) ? this.#map.get(key) : fallback;
  }

  set(key: unknown, value: unknown): void {
    this.#map.set(key, value);
  }

  has(key: unknown): boolean {
    return this.#map.has(key);
  }

  delete(key: unknown): boolean {
    return this.#map.delete(key);
  }

  length(): number {
    return this.#map.size;
  }

  clear(): void {
    this.#map.clear();
  }

  keys(): unknown[] {
    return [...this.#map.keys()];
  }

  values(): unknown[] {
    return [...this.#map.values()];
  }

  items(): [unknown, unknown][] {
    return [...this.#map];
  }

  copy(): Map<unknown, unknown> {
    return new Map(this.#map);
  }

  pop(key: unknown, ...fallback: unknown[]): unknown {
    if (!this.#map.has(key)) {
      if (fallback.length === 0) throw new KeyError(key);
      return fallback[0];
    }
    const value = this.#map.get(key);
    this.#map.delete(key);
    return value;
  }

  popitem(): [unknown, unknown] {
    const last = [...this.#map].at(-1);
    if (last === undefined) throw new KeyError('popitem(): dictionary is empty');
    this.#map.delete(last[0]);
    return last;
  }

  setdefault(key: unknown, value: unknown = null): unknown {
    if (!this.#map.has(key)) this.#map.set(key, value);
    return this.#map.get(key);
  }

  update(other: Iterable<readonly [unknown, unknown]> | object): void {
    for (const [key, value] of entriesOf(other)) this.#map.set(key, value);
  }

  /** @internal */
  getvalue(): unknown {
    return this.copy();
  }

  toString(): string {
    return pythonLiteral(this.#map);
  }
}

function entriesOf(source: Iterable<readonly [unknown, unknown]> | object): Iterable<readonly [unknown, unknown]> {
  return isRecord(source) ? Object.entries(source) : iterable(source as Iterable<readonly [unknown, unknown]>);
}

/** Python's list. */
export class ListReferent {
  readonly #items: unknown[];

  constructor(initial: Iterable<unknown> = []) {
    this.#items = [...iterable(initial)];
  }

  item(index: number): unknown {
    return this.#items[this.#place(index, 'list index out of range')];
  }

  setItem(index: number, value: unknown): void {
    this.#items[this.#place(index, 'list assignment index out of range')] = value;
  }

  length(): number {
    return this.#items.length;
  }

  append(value: unknown): void {
    this.#items.push(value);
  }

  extend(values: Iterable<unknown>): void {
    for (const value of iterable(values)) this.#items.push(value);
  }

  insert(index: number, value: unknown): void {
    this.#items.splice(index, 0, value);
  }

  pop(index = -1): unknown {
    if (this.#items.length === 0) throw new IndexError('pop from empty list');
    return this.#items.splice(this.#place(index, 'pop index out of range'), 1)[0];
  }

  remove(value: unknown): void {
    const place = this.#find(value);
    if (place === -1) throw new ValueError('list.remove(x): x not in list');
    this.#items.splice(place, 1);
  }

  reverse(): void {
    this.#items.reverse();
  }

  sort({ key, reverse = false }: { readonly key?: ((item: unknown) => unknown) | null; readonly reverse?: boolean } = {}): void {
    const keyOf = key ?? ((item: unknown) => item);
    const sign = reverse ? -1 : 1;
    this.#items.sort((a, b) => sign * compare(keyOf(a), keyOf(b)));
  }

  index(value: unknown, start = 0): number {
    const place = this.#find(value, start);
    if (place === -1) throw new ValueError(`${pythonLiteral(value)} is not in list`);
    return place;
  }

  count(value: unknown): number {
    return this.#items.filter((item) => areEqual(item, value)).length;
  }

  includes(value: unknown): boolean {
    return this.#find(value) !== -1;
  }

  slice(start?: number, end?: number): unknown[] {
    return this.#items.slice(start, end);
  }

  splice(start: number, ...rest: unknown[]): unknown[] {
    const [count = this.#items.length, ...added] = rest;
    return this.#items.splice(start, count as number, ...added);
  }

  /** @internal */
  getvalue(): unknown {
    return this.slice();
  }

  toString(): string {
    return pythonLiteral(this.#items);
  }

  #place(index: number, complaint: string): number {
    const place = index < 0 ? index + this.#items.length : index;
    if (place < 0 || place >= this.#items.length) throw new IndexError(complaint);
    return place;
  }

  #find(value: unknown, start = 0): number {
    return this.#items.findIndex((item, index) => index >= start && areEqual(item, value));
  }
}

/** @throws TypeError - Python has no order for the two. */
function compare(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    const differing = a.findIndex((item, index) => index >= b.length || !areEqual(item, b[index]));
    if (differing === -1 || differing >= b.length) return a.length - b.length;
    return compare(a[differing], b[differing]);
  }
  if (!(isNumber(a) && isNumber(b)) && !(typeof a === 'string' && typeof b === 'string')) {
    throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** By what they hold, as Python compares. */
function areEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && pythonLiteral(a) === pythonLiteral(b));
}

/** Attributes. */
export class NamespaceReferent {
  readonly #attributes: Map<string, unknown>;

  constructor(initial: object = {}) {
    this.#attributes = new Map(Object.entries(initial));
  }

  attribute(name: string): unknown {
    if (!this.#attributes.has(name)) throw new AttributeError(`'Namespace' object has no attribute '${name}'`);
    return this.#attributes.get(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, value);
  }

  deleteAttribute(name: string): void {
    if (!this.#attributes.delete(name)) throw new AttributeError(`'Namespace' object has no attribute '${name}'`);
  }

  names(): string[] {
    return [...this.#attributes.keys()];
  }

  /** @internal */
  getvalue(): unknown {
    return Object.fromEntries(this.#attributes);
  }

  toString(): string {
    const shown = [...this.#attributes]
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => `${name}=${pythonLiteral(value)}`);
    return `Namespace(${shown.sort().join(', ')})`;
  }
}

/** A value of any kind; the typecode is for people. */
export class ValueReferent {
  constructor(
    private readonly typecode: string,
    private value: unknown,
  ) {}

  get(): unknown {
    return this.value;
  }

  set(value: unknown): void {
    this.value = value;
  }

  /** @internal */
  getvalue(): unknown {
    return this.value;
  }

  toString(): string {
    return `Value('${this.typecode}', ${pythonLiteral(this.value)})`;
  }
}

/** Values of a fixed number. */
export class ArrayReferent {
  readonly #items: unknown[];

  constructor(
    private readonly typecode: string,
    initial: Iterable<unknown>,
  ) {
    this.#items = [...iterable(initial)];
  }

  item(index: number): unknown {
    if (index < 0 || index >= this.#items.length) throw new IndexError('array index out of range');
    return this.#items[index];
  }

  setItem(index: number, value: unknown): void {
    if (index < 0 || index >= this.#items.length) throw new IndexError('array assignment index out of range');
    this.#items[index] = value;
  }

  length(): number {
    return this.#items.length;
  }

  slice(start?: number, end?: number): unknown[] {
    return this.#items.slice(start, end);
  }

  /** @internal */
  getvalue(): unknown {
    return this.slice();
  }

  toString(): string {
    return `array('${this.typecode}', ${pythonLiteral(this.#items)})`;
  }
}

/** A pool in the server: its calls wait for their own results only. */
export class PoolReferent {
  readonly #pool: Pool;

  constructor(options?: number | null | PoolOptions) {
    this.#pool = new Pool(options);
  }

  *_apply(func: () => unknown, args?: never, kwds?: never): Steps<unknown> {
    return yield* waitFor(this.#pool.applyAsync(func, args, kwds));
  }

  *_map(func: (item: unknown) => unknown, items: unknown[], chunksize?: number | null): Steps<unknown> {
    return yield* waitFor(this.#pool.mapAsync(func, items, chunksize));
  }

  *_starmap(func: (...args: unknown[]) => unknown, items: unknown[][], chunksize?: number | null): Steps<unknown> {
    return yield* waitFor(this.#pool.starmapAsync(func, items, chunksize));
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

  join(): void {
    this.#pool.join();
  }

  toString(): string {
    return this.#pool.toString();
  }
}

function* waitFor<T>(result: AsyncResult<T>): Steps<T> {
  yield until(() => result.ready());
  return result.get();
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

  next(timeout?: number | null): IteratorResult<unknown, undefined> {
    return this.iterator.next(timeout);
  }
}
