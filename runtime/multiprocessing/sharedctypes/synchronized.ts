import { AttributeError } from '../../errors';
import { reduce } from '../../stdlib/pickle';
import { assertSpawning, internal } from '../reduction';
import { repr } from '../../stdlib/builtins';
import { RLock } from '../synchronize';
import { ArrayData, type Data, indexedProxy, SimpleData, StructData } from './data';

/** What a wrapper locks with: a Lock, an RLock, or what has their methods. */
export interface Lockable {
  acquire(block?: boolean, timeout?: number | null): boolean;
  release(): void;
}

/** Shared memory with a lock that every access takes. `v.value += 1` is two accesses: hold the lock around them. */
export abstract class SynchronizedBase<D extends Data> {
  /** @internal */
  readonly _obj: D;
  /** @internal */
  readonly _lock: Lockable;

  /** @internal */
  constructor(obj: D, lock: Lockable) {
    this._obj = obj;
    this._lock = lock;
  }

  /** The memory itself, without the lock. */
  getObj(): D {
    return this._obj;
  }

  /** The lock, an RLock unless another was given. */
  getLock(): Lockable {
    return this._lock;
  }

  /** Takes the lock; see `Lock.acquire`. */
  acquire(block = true, timeout?: number | null): boolean {
    return this._lock.acquire(block, timeout);
  }

  /** Releases the lock. */
  release(): void {
    this._lock.release();
  }

  /** Takes the lock until the end of the block: `using _ = v.hold();` */
  hold(): Disposable {
    this._lock.acquire();
    return { [Symbol.dispose]: () => this._lock.release() };
  }

  [Symbol.dispose](): void {
    this._lock.release();
  }

  toString(): string {
    return `<${this._className()} wrapper for ${this._obj.toString()}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    return [revive, [this._obj, this._lock]];
  }

  /** @internal */
  _className(): string {
    return this.constructor.name;
  }
}

/** A value with a lock. */
export class Synchronized extends SynchronizedBase<SimpleData> {
  /** The value; reading and writing each take the lock. */
  get value(): unknown {
    const { _lock: lock } = this;
    lock.acquire();
    const { value } = this._obj;
    lock.release();
    return value;
  }

  set value(value: unknown) {
    const { _lock: lock } = this;
    lock.acquire();
    try {
      this._obj.value = value;
    } finally {
      lock.release();
    }
  }
}

/** An array with a lock. */
export class SynchronizedArray extends SynchronizedBase<ArrayData> {
  [index: number]: unknown;

  /** @internal */
  constructor(obj: ArrayData, lock: Lockable) {
    super(obj, lock);
    return indexedProxy(this);
  }

  get length(): number {
    return this._obj.length;
  }

  /** The element at an index; a negative one counts from the end. */
  at(index: number): unknown {
    return this._locked(() => this._obj.at(index));
  }

  /** A copy of a part, as `Array.prototype.slice` counts. */
  slice(start?: number, end?: number): unknown {
    return this._locked(() => this._obj.slice(start, end));
  }

  /** Puts values in, from an index on. */
  set(values: Iterable<unknown>, offset?: number): void {
    this._locked(() => this._obj.set(values, offset));
  }

  includes(value: unknown): boolean {
    return this._locked(() => this._obj.includes(value));
  }

  *[Symbol.iterator](): Generator<unknown, void> {
    for (let index = 0; index < this.length; index++) yield this._get(index);
  }

  /** @internal */
  _get(index: number): unknown {
    return this._locked(() => this._obj._get(index));
  }

  /** @internal */
  _set(index: number, value: unknown): void {
    this._locked(() => this._obj._set(index, value));
  }

  /** @internal */
  _locked<T>(action: () => T): T {
    this._lock.acquire();
    try {
      return action();
    } finally {
      this._lock.release();
    }
  }
}

/** Characters with a lock. */
export class SynchronizedString extends SynchronizedArray {
  /** The bytes up to the first zero. */
  get value(): Uint8Array {
    return this._locked(() => this._obj.value);
  }

  set value(bytes: Uint8Array) {
    this._locked(() => {
      this._obj.value = bytes;
    });
  }

  /** All bytes. */
  get raw(): Uint8Array {
    return this._locked(() => this._obj.raw);
  }

  set raw(bytes: Uint8Array) {
    this._locked(() => {
      this._obj.raw = bytes;
    });
  }
}

/** A record with a lock; its fields are properties. */
export class SynchronizedStruct extends SynchronizedBase<StructData> {
  /** @internal */
  constructor(obj: StructData, lock: Lockable) {
    super(obj, lock);
    for (const { name } of obj._shape.parts) {
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => {
          using _ = this.hold();
          return obj[name];
        },
        set: (value: unknown) => {
          using _ = this.hold();
          obj[name] = value;
        },
      });
    }
  }

  override _className(): string {
    return `Synchronized${this._obj._shape.name}`;
  }
}

/**
 * Shared memory with a lock around it.
 * @param obj - what `RawValue` or `RawArray` made.
 * @param lock - default a new RLock.
 * @python multiprocessing.sharedctypes.synchronized
 */
export function synchronized(obj: Data, lock?: Lockable | null): SynchronizedBase<Data> {
  const guard = lock ?? new RLock();
  if (obj instanceof SimpleData) return new Synchronized(obj, guard);
  if (obj instanceof StructData) return new SynchronizedStruct(obj, guard);
  if (!(obj instanceof ArrayData)) throw new TypeError(`Cannot synchronize this: ${String(obj)}`);
  return obj._type === 'c' ? new SynchronizedString(obj, guard) : new SynchronizedArray(obj, guard);
}

/** What the `lock` of an options object says: null for no lock. */
export function lockOf(lock: unknown): Lockable | null {
  if (lock === false) return null;
  if (lock === undefined || lock === null || lock === true) return new RLock();
  if (typeof lock === 'object' && 'acquire' in lock && 'release' in lock) return lock as Lockable;
  throw new AttributeError(`${repr(lock)} has no method 'acquire'`);
}

const revive = internal('synchronized', (obj: Data, lock: Lockable) => synchronized(obj, lock));
