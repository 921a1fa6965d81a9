import { takeName } from '../../process/place';
import { ValueError } from '../../errors';
import { typeName } from '../../stdlib/type-name';
import type { ElementType, Fields, StructType } from './ctype';
import { ArrayData, makeArrayData, makeData, SimpleData, StructData } from './data';
import { SCALARS, type ScalarInput, type ScalarOf, type Typecode } from './scalar';
import { type Lockable, lockOf, synchronized } from './synchronized';

export * as default from './index';
export type { ElementType, Fields, StructType } from './ctype';
export type { ScalarInput, ScalarOf, Typecode } from './scalar';
export { type Lockable, synchronized } from './synchronized';

/** With a lock: true (default) for a new RLock, or the lock itself. */
export interface Locked {
  readonly lock?: true | Lockable | null;
}

/** Without a lock. */
export interface Unlocked {
  readonly lock: false;
}

/** What both forms of a shared object with a lock have. */
export interface WithLock<D> extends Lockable {
  /** The lock: an RLock unless another was given. */
  getLock(): Lockable;
  /** The memory itself, without the lock. */
  getObj(): D;
  /** Takes the lock until the end of the block: `using _ = v.hold();` */
  hold(): Disposable;
  [Symbol.dispose](): void;
}

/** One value in shared memory. */
export interface SharedValue<C extends Typecode> {
  /** The value. Integers wrap as in C. */
  value: ScalarOf<C>;
}

/** Many values in shared memory. */
export interface SharedValues<C extends Typecode> extends Iterable<ScalarOf<C>> {
  readonly length: number;
  /** Out of range: IndexError, reading and writing. */
  [index: number]: ScalarOf<C>;
  /** A negative index counts from the end. */
  at(index: number): ScalarOf<C>;
  /** A copy of a part: an array, of characters a Uint8Array. */
  slice(start?: number, end?: number): C extends 'c' ? Uint8Array : ScalarOf<C>[];
  /**
   * Puts values in, from an index on.
   * @throws ValueError - they do not fit: `Can only assign sequence of same size`.
   */
  set(values: Iterable<ScalarInput<C>>, offset?: number): void;
  includes(value: ScalarOf<C>): boolean;
  /** Of characters: the bytes up to the first zero. */
  value: C extends 'c' ? Uint8Array : never;
  /** Of characters: all bytes. */
  raw: C extends 'c' ? Uint8Array : never;
}

/** A record in shared memory, each field a property. */
export type SharedRecord<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Typecode ? ScalarOf<F[K]> : F[K] extends StructType<infer G> ? SharedRecord<G> : never;
};

/** Records in shared memory. */
export interface SharedRecords<F extends Fields> extends Iterable<SharedRecord<F>> {
  readonly length: number;
  readonly [index: number]: SharedRecord<F>;
  at(index: number): SharedRecord<F>;
  slice(start?: number, end?: number): SharedRecord<F>[];
}

type Initial<F extends Fields> = readonly (number | bigint | boolean | Uint8Array | string)[] & { readonly __fields?: F };
type Length<C extends Typecode> = number | ArrayLike<ScalarInput<C>> | (C extends 'c' ? Uint8Array : never);

interface ValueConstructor {
  new <C extends Typecode>(typecode: C, options: Unlocked): SharedValue<C>;
  new <C extends Typecode>(typecode: C, value: ScalarInput<C> | undefined, options: Unlocked): SharedValue<C>;
  new <C extends Typecode>(typecode: C, value?: ScalarInput<C>, options?: Locked): SharedValue<C> & WithLock<SharedValue<C>>;
  new <C extends Typecode>(typecode: C, options: Locked): SharedValue<C> & WithLock<SharedValue<C>>;
  new <F extends Fields>(type: StructType<F>, ...rest: [...values: ScalarInput<Typecode>[], options: Unlocked]): SharedRecord<F>;
  new <F extends Fields>(
    type: StructType<F>,
    ...rest: ScalarInput<Typecode>[] | [...values: ScalarInput<Typecode>[], options: Locked]
  ): SharedRecord<F> & WithLock<SharedRecord<F>>;
}

interface ArrayConstructor {
  new <C extends Typecode>(typecode: C, sizeOrInitial: Length<C>, options: Unlocked): SharedValues<C>;
  new <C extends Typecode>(typecode: C, sizeOrInitial: Length<C>, options?: Locked): SharedValues<C> & WithLock<SharedValues<C>>;
  new <F extends Fields>(type: StructType<F>, sizeOrInitial: number | ArrayLike<Initial<F>>, options: Unlocked): SharedRecords<F>;
  new <F extends Fields>(
    type: StructType<F>,
    sizeOrInitial: number | ArrayLike<Initial<F>>,
    options?: Locked,
  ): SharedRecords<F> & WithLock<SharedRecords<F>>;
}

interface RawValueConstructor {
  new <C extends Typecode>(typecode: C, value?: ScalarInput<C>): SharedValue<C>;
  new <F extends Fields>(type: StructType<F>, ...values: ScalarInput<Typecode>[]): SharedRecord<F>;
}

interface RawArrayConstructor {
  new <C extends Typecode>(typecode: C, sizeOrInitial: Length<C>): SharedValues<C>;
  new <F extends Fields>(type: StructType<F>, sizeOrInitial: number | ArrayLike<Initial<F>>): SharedRecords<F>;
}

function makeValue(type: ElementType, values: readonly unknown[]): SimpleData | StructData {
  const data = makeData(type);
  if (data instanceof StructData) data._fill(values);
  else if (values.length > 1) throw new TypeError(`__init__ expected at most 1 argument, got ${values.length}`);
  else if (values[0] !== undefined) data.value = values[0];
  return data;
}

function makeArray(type: ElementType, sizeOrInitial: unknown): ArrayData {
  if (typeof sizeOrInitial === 'number' && Number.isInteger(sizeOrInitial)) return makeArrayData(type, sizeOrInitial);
  const isSequence =
    typeof sizeOrInitial === 'string' ||
    (typeof sizeOrInitial === 'object' && sizeOrInitial !== null && 'length' in sizeOrInitial);
  if (!isSequence) throw new TypeError(`object of type '${typeName(sizeOrInitial)}' has no len()`);
  const values = [...(sizeOrInitial as Iterable<unknown>)];
  const data = makeArrayData(type, values.length);
  values.forEach((value, index) => data._set(index, value));
  return data;
}

function isOptions(value: unknown): value is { readonly lock?: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  return Object.getPrototypeOf(value) === Object.prototype && names.every((name) => name === 'lock');
}

/**
 * A value in shared memory, without a lock.
 *
 * @param typecode - its C type: `'i'` int, `'d'` double, `'c'` char, …; or a `struct`.
 * @param value - what it is at first; default 0.
 * @throws TypeError - there is no such type, or the value is of another.
 * @python multiprocessing.RawValue
 * @example
 * import { RawValue } from 'multiprocessing';
 *
 * const n = new RawValue('i', 7);
 * n.value += 1;
 * console.log(n.value);
 */
export const RawValue = function RawValue(type: ElementType, ...values: unknown[]): object {
  return makeValue(type, values);
} as unknown as RawValueConstructor;

/**
 * An array in shared memory, without a lock.
 *
 * @param typecode - the C type of its elements, or a `struct`.
 * @param sizeOrInitial - how many zeros, or the values.
 * @throws TypeError - there is no such type, or a value is of another.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.RawArray
 */
export const RawArray = function RawArray(type: ElementType, sizeOrInitial: unknown): object {
  return makeArray(type, sizeOrInitial);
} as unknown as RawArrayConstructor;

/**
 * A value in shared memory, which all processes that get it see.
 *
 * Reading and writing `value` each take its lock. `v.value += 1` does both, and another process may come in between:
 * hold the lock around it.
 * @param typecode - its C type: `'i'` int, `'d'` double, `'c'` char, …; or a `struct`.
 * @param value - what it is at first; default 0.
 * @param options - `lock`: true for a new RLock (default), a lock of your own, or false for none.
 * @throws TypeError - there is no such type, or the value is of another.
 * @python multiprocessing.Value - lock is an option; `q` and `Q` are bigint.
 * @see CPython 3.11 Lib/multiprocessing/sharedctypes.py
 * @example
 * import { Process, Value } from 'multiprocessing';
 *
 * function count(counter: InstanceType<typeof Value>) {
 *   using _ = counter.hold();
 *   counter.value += 1;
 * }
 *
 * if (import.meta.main) {
 *   const counter = new Value('i', 0);
 *   const ps = [1, 2].map(() => new Process({ target: count, args: [counter] }));
 *   for (const p of ps) p.start();
 *   for (const p of ps) p.join();
 *   console.log(counter.value);
 * }
 */
export const Value = function Value(type: ElementType, ...rest: unknown[]): object {
  const last = rest.at(-1);
  const options = isOptions(last) ? last : null;
  const data = makeValue(type, options === null ? rest : rest.slice(0, -1));
  const lock = lockOf(options?.lock);
  return lock === null ? data : synchronized(data, lock);
} as unknown as ValueConstructor;

/**
 * An array in shared memory, which all processes that get it see. Each access takes its lock.
 *
 * @param typecode - the C type of its elements, or a `struct`.
 * @param sizeOrInitial - how many zeros, or the values.
 * @param options - `lock`: true for a new RLock (default), a lock of your own, or false for none.
 * @throws TypeError - there is no such type, or a value is of another.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.Array - lock is an option; also named SharedArray, for those who need the global Array.
 * @see CPython 3.11 Lib/multiprocessing/sharedctypes.py
 * @example
 * import { SharedArray } from 'multiprocessing';
 *
 * const a = new SharedArray('i', [1, 2, 3]);
 * a[0] = 10;
 * console.log(a.slice(), a.length);
 */
export const Array = function Array(
  type: ElementType,
  sizeOrInitial: unknown,
  options: { readonly lock?: unknown } = {},
): object {
  const lock = lockOf(options.lock);
  const data = makeArray(type, sizeOrInitial);
  return lock === null ? data : synchronized(data, lock);
} as unknown as ArrayConstructor;

/**
 * A record for `Value` and `Array`: what ctypes' Structure is in Python.
 *
 * @param fields - the C type of each field, or another struct.
 * @python ctypes.Structure - made of its fields, no class to derive.
 * @example
 * import { Value } from 'multiprocessing';
 * import { struct } from 'multiprocessing/sharedctypes';
 *
 * const Point = struct({ x: 'd', y: 'd' });
 * const p = new Value(Point, 1, 2);
 * p.x += 1;
 * console.log(p.x, p.y);
 */
export function struct<const F extends Fields>(fields: F): StructType<F> {
  return { kind: 'struct', name: takeName() || 'struct', fields };
}

/**
 * A copy in new shared memory, without a lock.
 * @python multiprocessing.sharedctypes.copy
 */
export function copy<D extends object>(obj: D): D {
  const data: unknown = obj;
  if (data instanceof ArrayData) return makeArray(data._type, [...data]) as unknown as D;
  if (data instanceof SimpleData) return makeValue(data._type, [data.value]) as unknown as D;
  if (!(data instanceof StructData)) throw new ValueError(`Cannot copy this: ${String(data)}`);
  return makeValue(
    data._type,
    data._shape.parts.map(({ name }) => data[name]),
  ) as unknown as D;
}

/** The names of C's types by their letters. */
export const typecodeToType: Readonly<Record<Typecode, string>> = Object.fromEntries(
  Object.entries(SCALARS).map(([code, { name }]) => [code, name]),
) as Record<Typecode, string>;
