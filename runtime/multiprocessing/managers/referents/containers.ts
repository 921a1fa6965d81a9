import { AttributeError, IndexError, KeyError, ValueError } from '../../../errors';
import { typeName } from '../../../errors/type-name';
import { isRecord, iterable } from '../../../stdlib/iterable';
import { areEqual, compare } from '../../../stdlib/order';
import { pythonLiteral } from '../../../stdlib/python-literal';

/** Python's dict, with JavaScript's names where those are shorter. */
export class DictReferent {
  readonly #map: Map<unknown, unknown>;

  constructor(initial: Iterable<readonly [unknown, unknown]> | object = []) {
    this.#map = new Map();
    this.update(initial);
  }

  get(key: unknown, fallback?: unknown): unknown {
    return this.has(key) ? this.#map.get(key) : fallback;
  }

  set(key: unknown, value: unknown): void {
    this.#map.set(hashable(key), value);
  }

  has(key: unknown): boolean {
    return this.#map.has(hashable(key));
  }

  delete(key: unknown): boolean {
    return this.#map.delete(hashable(key));
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
    if (!this.has(key)) {
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
    if (!this.has(key)) this.#map.set(key, value);
    return this.#map.get(key);
  }

  update(other: Iterable<readonly [unknown, unknown]> | object): void {
    const entries = isRecord(other) ? Object.entries(other) : iterable(other as Iterable<readonly [unknown, unknown]>);
    for (const [key, value] of entries) this.set(key, value);
  }

  /** @internal */
  getvalue(): unknown {
    return this.copy();
  }

  toString(): string {
    return pythonLiteral(this.#map);
  }
}

/** Types whose objects a Map tells apart: what a client sends is a copy, and no other copy would ever be found. */
const UNHASHABLE = ['list', 'dict', 'set', 'bytes'];

/** @throws TypeError - such a thing cannot be a key. */
function hashable(key: unknown): unknown {
  const type = typeName(key);
  if (UNHASHABLE.includes(type)) throw new TypeError(`unhashable type: '${type}'`);
  return key;
}

/** Items in a row; `kind` is what complaints call it. */
class SequenceReferent {
  protected readonly items: unknown[];

  constructor(
    private readonly kind: 'list' | 'array',
    initial: Iterable<unknown>,
  ) {
    this.items = [...iterable(initial)];
  }

  item(index: number): unknown {
    return this.items[placeOf(index, this.items, `${this.kind} index out of range`)];
  }

  setItem(index: number, value: unknown): void {
    this.items[placeOf(index, this.items, `${this.kind} assignment index out of range`)] = value;
  }

  length(): number {
    return this.items.length;
  }

  slice(start?: number, end?: number): unknown[] {
    return this.items.slice(start, end);
  }

  /** @internal */
  getvalue(): unknown {
    return this.slice();
  }
}

/**
 * Where an index leads; a negative one counts from the end.
 * @throws IndexError - nowhere.
 */
function placeOf(index: number, { length }: readonly unknown[], complaint: string): number {
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) throw new IndexError(complaint);
  return place;
}

/** Python's list. */
export class ListReferent extends SequenceReferent {
  constructor(initial: Iterable<unknown> = []) {
    super('list', initial);
  }

  append(value: unknown): void {
    this.items.push(value);
  }

  extend(values: Iterable<unknown>): void {
    for (const value of iterable(values)) this.items.push(value);
  }

  insert(index: number, value: unknown): void {
    this.items.splice(index, 0, value);
  }

  pop(index = -1): unknown {
    if (this.items.length === 0) throw new IndexError('pop from empty list');
    return this.items.splice(placeOf(index, this.items, 'pop index out of range'), 1)[0];
  }

  remove(value: unknown): void {
    const place = this.#find(value);
    if (place === -1) throw new ValueError('list.remove(x): x not in list');
    this.items.splice(place, 1);
  }

  reverse(): void {
    this.items.reverse();
  }

  sort({ key, reverse = false }: { readonly key?: ((item: unknown) => unknown) | null; readonly reverse?: boolean } = {}): void {
    const keyOf = key ?? ((item: unknown) => item);
    const sign = reverse ? -1 : 1;
    this.items.sort((a, b) => sign * compare(keyOf(a), keyOf(b)));
  }

  index(value: unknown, start = 0): number {
    const place = this.#find(value, start < 0 ? start + this.items.length : start);
    if (place === -1) throw new ValueError(`${pythonLiteral(value)} is not in list`);
    return place;
  }

  count(value: unknown): number {
    return this.items.filter((item) => areEqual(item, value)).length;
  }

  includes(value: unknown): boolean {
    return this.#find(value) !== -1;
  }

  splice(start: number, ...rest: unknown[]): unknown[] {
    const [count = this.items.length, ...added] = rest;
    return this.items.splice(start, count as number, ...added);
  }

  override toString(): string {
    return pythonLiteral(this.items);
  }

  #find(value: unknown, start = 0): number {
    return this.items.findIndex((item, index) => index >= start && areEqual(item, value));
  }
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
export class ArrayReferent extends SequenceReferent {
  constructor(
    private readonly typecode: string,
    initial: Iterable<unknown>,
  ) {
    super('array', initial);
  }

  override toString(): string {
    return `array('${this.typecode}', ${pythonLiteral(this.items)})`;
  }
}
