import { checkKeywords } from '../../errors/argument-checks';
import { takeName } from '../../process/place';
import { RLock } from '../synchronize';
import type { ElementType, Fields, ScalarType, StructType } from './ctype';
import { copyOf, makeRawArray, makeRawValue, sizeOfData } from './raw';
import type { Typecode } from './scalar';
import type {
  ArrayConstructor,
  RawArrayConstructor,
  RawArrayObject,
  RawValueConstructor,
  RawValueObject,
  WithLock,
  ValueConstructor,
} from './shared-objects';
import { type Lockable, lockOf, wrap } from './synchronized';

export * as default from './index';
export { type ElementType, type Fields, type ScalarType, type StructType, typecodeToType } from './ctype';
export type { ScalarInput, ScalarOf, Typecode } from './scalar';
export type * from './shared-objects';
export type { Lockable } from './synchronized';

/**
 * A value in shared memory, without a lock.
 *
 * @param typecode - its C type: `'i'` int, `'d'` double, `'c'` char, …; or a `struct`.
 * @param value - what it is at first; default 0.
 * @throws TypeError - there is no such type, or the value is of another.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.RawValue
 * @see CPython 3.11 Lib/multiprocessing/sharedctypes.py
 * @example
 * import { RawValue } from 'multiprocessing';
 *
 * const n = new RawValue('i', 7);
 * n.value += 1;
 * console.log(n.value);
 */
export const RawValue = function RawValue(type: unknown, ...values: unknown[]): object {
  return makeRawValue(type, values);
} as unknown as RawValueConstructor;

/** What `new RawValue` makes: `RawValue<'d'>`. Without a type, a number. */
export type RawValue<T extends ElementType = 'd'> = RawValueObject<T>;

/**
 * An array in shared memory, without a lock.
 *
 * @param typecode - the C type of its elements, or a `struct`.
 * @param sizeOrInitial - how many zeros, or the values.
 * @throws TypeError - there is no such type, or a value is of another.
 * @throws ValueError - a negative length.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.RawArray
 * @see CPython 3.11 Lib/multiprocessing/sharedctypes.py
 * @example
 * import { RawArray } from 'multiprocessing';
 *
 * const a = new RawArray('d', 3);
 * a[1] = 0.5;
 * console.log(a.slice());
 */
export const RawArray = function RawArray(type: unknown, sizeOrInitial: unknown): object {
  return makeRawArray(type, sizeOrInitial);
} as unknown as RawArrayConstructor;

/** What `new RawArray` makes: `RawArray<'i'>`. Without a type, of numbers. */
export type RawArray<T extends ElementType = 'd'> = RawArrayObject<T>;

/**
 * A value in shared memory, which all processes that get it see.
 *
 * Reading and writing `value` each take its lock. `v.value += 1` does both, and another process may come in between:
 * hold the lock around it.
 * @param typecode - its C type: `'i'` int, `'d'` double, `'c'` char, …; or a `struct`.
 * @param value - what it is at first; default 0.
 * @param options - `lock`: true for a new RLock (default), a lock of your own, or false for none.
 * @throws TypeError - there is no such type, or the value is of another.
 * @throws AttributeError - what was given as a lock is none.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.Value - lock is an option; `q` and `Q` are bigint.
 * @see CPython 3.11 Lib/multiprocessing/sharedctypes.py
 * @example
 * import { Process, Value } from 'multiprocessing';
 *
 * function count(counter: Value<'i'>) {
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
export const Value = function Value(type: unknown, ...rest: unknown[]): object {
  const last = rest.at(-1);
  const options = isOptions(last) ? last : null;
  const data = makeRawValue(type, options === null ? rest : rest.slice(0, -1));
  const lock = lockOf(options?.lock);
  return lock === null ? data : wrap(data, lock);
} as unknown as ValueConstructor;

/** What `new Value` makes: `Value<'i'>`, or `Value<typeof Point>` of a struct. Without a type, a number. */
export type Value<T extends ElementType = 'd'> = RawValueObject<T> & WithLock<RawValueObject<T>>;

/**
 * An array in shared memory, which all processes that get it see. Each access takes its lock.
 *
 * @param typecode - the C type of its elements, or a `struct`.
 * @param sizeOrInitial - how many zeros, or the values.
 * @param options - `lock`: true for a new RLock (default), a lock of your own, or false for none.
 * @throws TypeError - there is no such type, or a value is of another.
 * @throws ValueError - a negative length.
 * @throws AttributeError - what was given as a lock is none.
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
export const Array = function Array(type: unknown, sizeOrInitial: unknown, options: { readonly lock?: unknown } = {}): object {
  checkKeywords('BaseContext.Array', options, ['lock']);
  const lock = lockOf(options.lock);
  const data = makeRawArray(type, sizeOrInitial);
  return lock === null ? data : wrap(data, lock);
} as unknown as ArrayConstructor;

/** What `new Array` makes: `SharedArray<'i'>`. Without a type, of numbers. */
export type Array<T extends ElementType = 'd'> = RawArrayObject<T> & WithLock<RawArrayObject<T>>;

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
 * @param obj - what `RawValue` or `RawArray` made.
 * @throws TypeError - it has a lock, or is something else: `this type has no size`.
 * @python multiprocessing.sharedctypes.copy
 * @example
 * import { RawArray } from 'multiprocessing';
 * import { copy } from 'multiprocessing/sharedctypes';
 *
 * const a = new RawArray('i', [1, 2]);
 * const b = copy(a);
 * a[0] = 9;
 * console.log(b[0]);
 */
export function copy<D extends object>(obj: D): D {
  return copyOf(obj) as unknown as D;
}

/**
 * The same shared memory with a lock around it.
 * @param obj - what `RawValue` or `RawArray` made.
 * @param lock - default a new RLock.
 * @throws AssertionError - it has a lock already: `object already synchronized`.
 * @python multiprocessing.sharedctypes.synchronized
 * @example
 * import { RawValue } from 'multiprocessing';
 * import { synchronized } from 'multiprocessing/sharedctypes';
 *
 * const v = synchronized(new RawValue('i', 5));
 * console.log(v, v.value);
 */
export function synchronized<D extends object>(obj: D, lock?: Lockable | null): D & WithLock<D> {
  return wrap(obj, lock ?? new RLock()) as unknown as D & WithLock<D>;
}

/**
 * Bytes that a shared object takes.
 * @param obj - what `RawValue` or `RawArray` made, or a type.
 * @throws TypeError - it is neither: `this type has no size`.
 * @python ctypes.sizeof
 * @example
 * import { RawArray } from 'multiprocessing';
 * import { sizeof } from 'multiprocessing/sharedctypes';
 *
 * console.log(sizeof(new RawArray('i', 10)), sizeof('d'));
 */
export function sizeof(obj: object | Typecode | ScalarType | StructType): number {
  return sizeOfData(obj);
}

function isOptions(value: unknown): value is { readonly lock?: unknown } {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.keys(value).every((name) => name === 'lock');
}
