import { AttributeError, IndexError, ValueError } from '../../errors';
import { type Cell, createCell, viewCell } from '../../process/cells';
import { takeName } from '../../process/place';
import { ObjectKind, traceMade, traceWritten } from '../../process/trace';
import { reduce } from '../../stdlib/pickle';
import { typeName } from '../../stdlib/type-name';
import { addressOf, internal, isInheriting, passHandle } from '../reduction';
import { type ElementType, type Shape, shapeOf } from './ctype';

const inspect = Symbol.for('nodejs.util.inspect.custom');

/** A piece of shared memory as C sees it: CPython's ctypes objects. */
export abstract class Data {
  /** @internal */
  readonly _type: ElementType;
  /** @internal */
  readonly _shape: Shape;
  /** @internal */
  readonly _cell: Cell;
  /** @internal */
  readonly _view: DataView;
  /** @internal */
  readonly _offset: number;

  /** @internal */
  constructor(type: ElementType, byteLength: number, cell: Cell, offset: number) {
    this._type = type;
    this._shape = shapeOf(type);
    this._cell = cell;
    this._offset = offset;
    this._view = viewCell(cell, offset, byteLength);
  }

  abstract toString(): string;

  [inspect](): string {
    return this.toString();
  }

  /** @internal What makes the same in another process. */
  abstract _state(): unknown[];

  /** @internal */
  [reduce](): unknown[] {
    if (!isInheriting()) throw new TypeError("cannot pickle 'mmap.mmap' object");
    passHandle(this._cell.region);
    return [revive, this._state()];
  }
}

/** One value: ctypes' `c_int` and its like. */
export class SimpleData extends Data {
  /** @internal */
  constructor(type: ElementType, cell: Cell, offset = 0) {
    super(type, shapeOf(type).size, cell, offset);
  }

  get value(): unknown {
    return this._shape.scalar?.read(this._view, 0);
  }

  set value(value: unknown) {
    this._shape.scalar?.write(this._view, 0, value);
    if (typeof value === 'number') traceWritten(this._cell.offset, 0, value);
  }

  override toString(): string {
    const { value } = this;
    return `${this._shape.name}(${value instanceof Uint8Array ? describeBytes(value) : typeof value === 'string' ? `'${value}'` : floatText(this._shape, value)})`;
  }

  override _state(): unknown[] {
    return ['simple', this._type, this._cell, this._offset];
  }
}

/** A record: ctypes' Structure. Its fields are properties. */
export class StructData extends Data {
  [field: string]: unknown;

  /** @internal */
  constructor(type: ElementType, cell: Cell, offset = 0) {
    super(type, shapeOf(type).size, cell, offset);
    for (const { name, offset: at, shape } of this._shape.parts) {
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => shape.scalar?.read(this._view, at) ?? this._part(name, at),
        set: (value: unknown) => {
          if (shape.scalar === null) throw new TypeError(`Cannot assign a record as a whole: ${name}`);
          shape.scalar.write(this._view, at, value);
        },
      });
    }
  }

  /** @internal */
  _part(name: string, at: number): StructData {
    const type = typeof this._type === 'object' ? this._type.fields[name] : undefined;
    if (type === undefined) throw new AttributeError(`'${this._shape.name}' object has no attribute '${name}'`);
    return new StructData(type, this._cell, this._offset + at);
  }

  /** @internal */
  _fill(values: readonly unknown[]): void {
    if (values.length > this._shape.parts.length) throw new TypeError('too many initializers');
    values.forEach((value, index) => {
      const name = this._shape.parts[index]?.name;
      if (name !== undefined) this[name] = value;
    });
  }

  override toString(): string {
    return `<__main__.${this._shape.name} object at ${addressOf(this)}>`;
  }

  override _state(): unknown[] {
    return ['struct', this._type, this._cell, this._offset];
  }
}

const INDEX = /^-?\d+$/;

/** Many values of one type: ctypes' arrays. `a[i]` goes through a proxy, because JavaScript has no other way to say it. */
export class ArrayData extends Data {
  [index: number]: unknown;
  readonly length: number;

  /** @internal */
  constructor(type: ElementType, length: number, cell: Cell) {
    super(type, shapeOf(type).size * length, cell, 0);
    this.length = length;
    return indexedProxy(this);
  }

  /** The element at an index; a negative one counts from the end. */
  at(index: number): unknown {
    return this._get(index < 0 ? index + this.length : index);
  }

  /** A copy of a part, as `Array.prototype.slice` counts; of characters, bytes. */
  slice(start = 0, end = this.length): unknown {
    const from = clamp(start, this.length);
    const to = Math.max(from, clamp(end, this.length));
    if (this._type === 'c') return copyBytes(this._view, from, to);
    const values: unknown[] = [];
    for (let index = from; index < to; index++) values.push(this._get(index));
    return values;
  }

  /**
   * Puts values in, from an index on.
   * @throws ValueError - they do not fit.
   */
  set(values: Iterable<unknown>, offset = 0): void {
    const list = [...values];
    if (offset < 0 || offset + list.length > this.length) throw new ValueError('Can only assign sequence of same size');
    list.forEach((value, index) => this._set(offset + index, value));
  }

  includes(value: unknown): boolean {
    for (const own of this) if (own === value) return true;
    return false;
  }

  *[Symbol.iterator](): Generator<unknown, void> {
    for (let index = 0; index < this.length; index++) yield this._get(index);
  }

  /** Of characters: the bytes up to the first zero. */
  get value(): Uint8Array {
    this._assertText('value');
    const all = copyBytes(this._view, 0, this.length);
    const zero = all.indexOf(0);
    return zero === -1 ? all : all.subarray(0, zero);
  }

  set value(bytes: Uint8Array) {
    this._assertText('value');
    this._putBytes(bytes);
    if (bytes.length < this.length) this._view.setUint8(bytes.length, 0);
  }

  /** Of characters: all bytes. */
  get raw(): Uint8Array {
    this._assertText('raw');
    return copyBytes(this._view, 0, this.length);
  }

  set raw(bytes: Uint8Array) {
    this._assertText('raw');
    this._putBytes(bytes);
  }

  override toString(): string {
    return `<multiprocessing.sharedctypes.${this._shape.name}_Array_${this.length} object at ${addressOf(this)}>`;
  }

  override _state(): unknown[] {
    return ['array', this._type, this._cell, this.length];
  }

  /** @internal */
  _get(index: number): unknown {
    const { scalar, size } = this._shape;
    if (index < 0 || index >= this.length) throw new IndexError('invalid index');
    return scalar === null ? new StructData(this._type, this._cell, index * size) : scalar.read(this._view, index * size);
  }

  /** @internal */
  _set(index: number, value: unknown): void {
    const { scalar, size } = this._shape;
    if (index < 0 || index >= this.length) throw new IndexError('invalid index');
    if (scalar === null) new StructData(this._type, this._cell, index * size)._fill([...(value as Iterable<unknown>)]);
    else scalar.write(this._view, index * size, value);
    if (typeof value === 'number') traceWritten(this._cell.offset, index, value);
  }

  /** @internal */
  _assertText(name: string): void {
    if (this._type !== 'c')
      throw new AttributeError(`'${this._shape.name}_Array_${this.length}' object has no attribute '${name}'`);
  }

  /** @internal */
  _putBytes(bytes: unknown): void {
    if (!(bytes instanceof Uint8Array)) throw new TypeError(`bytes expected instead of ${typeName(bytes)} instance`);
    if (bytes.length > this.length) throw new ValueError('byte string too long');
    for (const [index, byte] of bytes.entries()) this._view.setUint8(index, byte);
  }
}

interface Indexed {
  readonly length: number;
  _get(index: number): unknown;
  _set(index: number, value: unknown): void;
}

/** Turns `a[i]` into a call. Everything else goes to the object itself. */
export function indexedProxy<T extends Indexed>(array: T): T {
  return new Proxy<T>(array, {
    get: (target, key, receiver) =>
      typeof key === 'string' && INDEX.test(key) ? target._get(Number(key)) : (Reflect.get(target, key, receiver) as unknown),
    set: (target, key, value, receiver) => {
      if (typeof key !== 'string' || !INDEX.test(key)) return Reflect.set(target, key, value, receiver);
      target._set(Number(key), value);
      return true;
    },
    has: (target, key) => (typeof key === 'string' && INDEX.test(key) ? Number(key) < target.length : Reflect.has(target, key)),
  });
}

/** Shared memory of a type, zeros at first. */
export function makeData(type: ElementType): SimpleData | StructData {
  const shape = shapeOf(type);
  const cell = createCell(shape.size);
  traceMade(cell.offset, ObjectKind.value, takeName());
  return shape.scalar === null ? new StructData(type, cell) : new SimpleData(type, cell);
}

export function makeArrayData(type: ElementType, length: number): ArrayData {
  const { size } = shapeOf(type);
  if (length < 0) throw new ValueError(`Array length must be >= 0, not ${length}`);
  const cell = createCell(size * length);
  traceMade(cell.offset, ObjectKind.array, takeName());
  return new ArrayData(type, length, cell);
}

const revive = internal(
  'sharedctypes',
  (kind: 'simple' | 'struct' | 'array', type: ElementType, cell: Cell, extra: number): Data => {
    if (kind === 'array') return new ArrayData(type, extra, cell);
    return kind === 'struct' ? new StructData(type, cell, extra) : new SimpleData(type, cell, extra);
  },
);

/** Bytes as Python's repr shows them. */
export function describeBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => {
    if (byte === 0x27 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `b'${text.join('')}'`;
}

function floatText({ name }: Shape, value: unknown): string {
  const isFloat = name === 'c_float' || name === 'c_double';
  return isFloat && Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

function copyBytes(view: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(new Uint8Array(view.buffer, view.byteOffset + from, to - from));
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length, index < 0 ? index + length : index));
}
