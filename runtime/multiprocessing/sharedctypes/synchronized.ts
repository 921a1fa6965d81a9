import { AssertionError, AttributeError } from '../../errors';
import type { SemLock } from '../../process/sem-lock';
import { repr } from '../../stdlib/builtins';
import { reduce } from '../../stdlib/pickle';
import { typeName } from '../../errors/type-name';
import { assertSpawning, internal } from '../reduction';
import { RLock } from '../synchronize';
import { ArrayData, BytesData } from './array-data';
import { type Data, SimpleData } from './data';
import { ElementIterator, Indexed } from './indexed';
import type { Shape } from './ctype';
import { StructData } from './struct-data';

/** What a wrapper locks with: a Lock, an RLock, or what has their methods. */
export interface Lockable {
  acquire(block?: boolean, timeout?: number | null): boolean;
  release(): void;
  /** Takes the lock until the end of the block: `using _ = v.getLock().hold();` */
  hold(): Disposable;
}

/** Shared memory with a lock that every access takes. `v.value += 1` is two accesses: hold the lock around them. */
export abstract class SynchronizedBase<D extends Data> extends Indexed {
  /** @internal */
  readonly _obj: D;
  /** @internal */
  readonly _lock: Lockable;
  /** Of an RLock: whoever has it already need not take it once more for each access. */
  readonly #recursive: SemLock | null;

  /** @internal */
  constructor(obj: D, lock: Lockable) {
    super();
    this._obj = obj;
    this._lock = lock;
    this.#recursive = lock instanceof RLock && lock.constructor === RLock ? lock._semlock : null;
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
    return this;
  }

  [Symbol.dispose](): void {
    this._lock.release();
  }

  override toString(): string {
    return `<${this.constructor.name} wrapper for ${this._obj.toString()}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    return [revive, [this._obj, this._lock]];
  }

  /** @internal Takes the lock; answers false where there is nothing to release afterwards. */
  _enter(): boolean {
    if (this.#recursive !== null && this.#recursive.isMine()) return false;
    this._lock.acquire();
    return true;
  }

  /** @internal */
  _leave(hasEntered: boolean): void {
    if (hasEntered) this._lock.release();
  }
}

/** A value with a lock. */
export class Synchronized extends SynchronizedBase<SimpleData> {
  /** The value; reading and writing each take the lock. */
  get value(): unknown {
    const hasEntered = this._enter();
    try {
      return this._obj.value;
    } finally {
      this._leave(hasEntered);
    }
  }

  set value(value: unknown) {
    const hasEntered = this._enter();
    try {
      this._obj.value = value;
    } finally {
      this._leave(hasEntered);
    }
  }
}

/** An array with a lock. */
export class SynchronizedArray extends SynchronizedBase<ArrayData> {
  [index: number]: unknown;

  get length(): number {
    return this._obj.length;
  }

  /** The element at an index; a negative one counts from the end. */
  at(index: number): unknown {
    return this._get(index < 0 ? index + this.length : index);
  }

  /** A copy of a part, as `Array.prototype.slice` counts. */
  slice(start?: number, end?: number): unknown {
    const hasEntered = this._enter();
    try {
      return this._obj.slice(start, end);
    } finally {
      this._leave(hasEntered);
    }
  }

  /** Puts values in, from an index on. */
  set(values: Iterable<unknown>, offset?: number): void {
    const list = [...values];
    const hasEntered = this._enter();
    try {
      this._obj.set(list, offset);
    } finally {
      this._leave(hasEntered);
    }
  }

  includes(value: unknown): boolean {
    const hasEntered = this._enter();
    try {
      return this._obj.includes(value);
    } finally {
      this._leave(hasEntered);
    }
  }

  [Symbol.iterator](): ElementIterator<unknown> {
    return new ElementIterator(this);
  }

  /** @internal */
  override _get(index: number): unknown {
    const hasEntered = this._enter();
    try {
      return this._obj._get(index);
    } finally {
      this._leave(hasEntered);
    }
  }

  /** @internal */
  override _set(index: number, value: unknown): void {
    const hasEntered = this._enter();
    try {
      this._obj._set(index, value);
    } finally {
      this._leave(hasEntered);
    }
  }
}

/** Characters with a lock. */
export class SynchronizedString extends SynchronizedArray {
  /** The bytes up to the first zero. */
  get value(): Uint8Array {
    return this._text('value');
  }

  set value(bytes: Uint8Array) {
    this._setText('value', bytes);
  }

  /** All bytes. */
  get raw(): Uint8Array {
    return this._text('raw');
  }

  set raw(bytes: Uint8Array) {
    this._setText('raw', bytes);
  }

  /** @internal */
  _text(property: 'value' | 'raw'): Uint8Array {
    const hasEntered = this._enter();
    try {
      return (this._obj as BytesData)[property];
    } finally {
      this._leave(hasEntered);
    }
  }

  /** @internal */
  _setText(property: 'value' | 'raw', bytes: Uint8Array): void {
    const hasEntered = this._enter();
    try {
      (this._obj as BytesData)[property] = bytes;
    } finally {
      this._leave(hasEntered);
    }
  }
}

/** A record with a lock; its fields are properties. */
class SynchronizedStruct extends SynchronizedBase<StructData> {
  /** @internal */
  _read(name: string): unknown {
    const hasEntered = this._enter();
    try {
      return this._obj[name];
    } finally {
      this._leave(hasEntered);
    }
  }

  /** @internal */
  _write(name: string, value: unknown): void {
    const hasEntered = this._enter();
    try {
      this._obj[name] = value;
    } finally {
      this._leave(hasEntered);
    }
  }
}

const classes = new WeakMap<Shape, typeof SynchronizedStruct>();

/** CPython makes a class for each type of record, too. */
function classOf(shape: Shape): typeof SynchronizedStruct {
  const known = classes.get(shape);
  if (known !== undefined) return known;
  const named = class extends SynchronizedStruct {};
  Object.defineProperty(named, 'name', { value: `Synchronized${shape.name}` });
  for (const { name } of shape.parts) {
    Object.defineProperty(named.prototype, name, {
      enumerable: true,
      get(this: SynchronizedStruct) {
        return this._read(name);
      },
      set(this: SynchronizedStruct, value: unknown) {
        this._write(name, value);
      },
    });
  }
  classes.set(shape, named);
  return named;
}

/**
 * Shared memory with a lock around it.
 * @param obj - what `RawValue` or `RawArray` made.
 * @param lock - default a new RLock.
 * @throws AssertionError - it has a lock already: `object already synchronized`.
 */
export function wrap(obj: unknown, lock: Lockable): SynchronizedBase<Data> {
  if (obj instanceof SynchronizedBase) throw new AssertionError('object already synchronized');
  if (obj instanceof SimpleData) return new Synchronized(obj, lock);
  if (obj instanceof StructData) return new (classOf(obj._shape))(obj, lock);
  if (obj instanceof BytesData) return new SynchronizedString(obj, lock);
  if (obj instanceof ArrayData) return new SynchronizedArray(obj, lock);
  throw new AttributeError(`type object '${typeName(obj)}' has no attribute '_fields_'`);
}

/** What the `lock` of an options object says: null for no lock. */
export function lockOf(lock: unknown): Lockable | null {
  if (lock === false) return null;
  if (lock === undefined || lock === null || lock === true) return new RLock();
  if (typeof lock === 'object' && 'acquire' in lock) return lock as Lockable;
  throw new AttributeError(`${repr(lock)} has no method 'acquire'`);
}

const revive = internal('synchronized', wrap);
