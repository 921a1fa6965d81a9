import { IndexError, ValueError } from '../../errors';
import { type Cell } from '../../process/cells';
import { ObjectKind, traceWritten } from '../../process/trace';
import { typeName } from '../../errors/type-name';
import { addressOf, internal } from '../reduction';
import { type ElementType, type Shape, shapeOf } from './ctype';
import { Data, makeCell } from './data';
import { ElementIterator } from './indexed';
import type { Scalar } from './scalar';
import { attachStruct } from './struct-data';

/** Many values of one type: ctypes' arrays. */
export class ArrayData extends Data {
  [index: number]: unknown;
  readonly length: number;
  readonly #scalar: Scalar | null;
  readonly #size: number;

  /** @internal */
  constructor(shape: Shape, length: number, cell: Cell) {
    super(shape, cell, 0);
    this.length = length;
    this.#scalar = shape.scalar;
    this.#size = shape.size;
  }

  /** The element at an index; a negative one counts from the end. */
  at(index: number): unknown {
    return this._get(index < 0 ? index + this.length : index);
  }

  /** A copy of a part, as `Array.prototype.slice` counts; of characters, bytes or a text. */
  slice(start = 0, end = this.length): unknown {
    const from = clamp(start, this.length);
    const values: unknown[] = [];
    for (let index = from; index < clamp(end, this.length); index++) values.push(this._get(index));
    return values;
  }

  /**
   * Puts values in, from an index on.
   * @throws ValueError - they do not fit.
   */
  set(values: Iterable<unknown>, offset = 0): void {
    const list = [...values];
    if (offset < 0 || offset + list.length > this.length) throw new ValueError('Can only assign sequence of same size');
    for (const [index, value] of list.entries()) this._set(offset + index, value);
  }

  includes(value: unknown): boolean {
    for (let index = 0; index < this.length; index++) {
      if (this._get(index) === value) return true;
    }
    return false;
  }

  [Symbol.iterator](): ElementIterator<unknown> {
    return new ElementIterator(this);
  }

  override toString(): string {
    return `<multiprocessing.sharedctypes.${this._typeName()} object at ${addressOf(this)}>`;
  }

  override _typeName(): string {
    return `${this._shape.name}_Array_${this.length}`;
  }

  override _byteLength(): number {
    return this.#size * this.length;
  }

  override _state(): unknown[] {
    return [reviveArray, [this._shape.type, this.length, this._cell]];
  }

  /** @internal */
  override _get(index: number): unknown {
    if (index < 0 || index >= this.length) throw new IndexError('invalid index');
    const offset = index * this.#size;
    if (this.#scalar === null) return attachStruct(this._shape, this._cell, offset);
    return this.#scalar.read(this._view, this._at + offset);
  }

  /** @internal */
  override _set(index: number, value: unknown): void {
    if (index < 0 || index >= this.length) throw new IndexError('invalid index');
    const offset = index * this.#size;
    if (this.#scalar === null) return attachStruct(this._shape, this._cell, offset)._assign(value);
    this.#scalar.write(this._view, this._at + offset, value);
    if (typeof value === 'number') traceWritten(this._at, index, value);
  }
}

/** Characters of one byte: what C calls a string. */
export class BytesData extends ArrayData {
  override slice(start = 0, end = this.length): Uint8Array {
    return this._bytes(clamp(start, this.length), clamp(end, this.length));
  }

  /** The bytes up to the first zero. */
  get value(): Uint8Array {
    const all = this.raw;
    const zero = all.indexOf(0);
    return zero === -1 ? all : all.slice(0, zero);
  }

  set value(bytes: Uint8Array) {
    if (!isBytes(bytes)) throw new TypeError(`bytes expected instead of ${typeName(bytes)} instance`);
    this._put(bytes);
    if (bytes.length < this.length) this._view.setUint8(this._at + bytes.length, 0);
  }

  /** All bytes. */
  get raw(): Uint8Array {
    return this._bytes(0, this.length);
  }

  set raw(bytes: Uint8Array) {
    if (!isBytes(bytes)) throw new TypeError(`a bytes-like object is required, not '${typeName(bytes)}'`);
    this._put(bytes);
  }

  /** @internal */
  _bytes(from: number, to: number): Uint8Array {
    return new Uint8Array(new Uint8Array(this._view.buffer, this._at + from, Math.max(0, to - from)));
  }

  /** @internal */
  _put(bytes: Uint8Array): void {
    if (bytes.length > this.length) throw new ValueError('byte string too long');
    new Uint8Array(this._view.buffer, this._at, bytes.length).set(bytes);
  }
}

/** Characters of any kind, four bytes each. */
export class TextData extends ArrayData {
  override slice(start?: number, end?: number): string {
    return (super.slice(start, end) as string[]).join('');
  }

  /** The characters up to the first zero. */
  get value(): string {
    return this.slice().split('\0', 1).join('');
  }

  set value(text: string) {
    if (typeof text !== 'string') throw new TypeError(`unicode string expected instead of ${typeName(text)} instance`);
    const characters = Array.from(text);
    if (characters.length > this.length) throw new ValueError('string too long');
    if (characters.length < this.length) characters.push('\0');
    this.set(characters);
  }
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length, index < 0 ? index + length : index));
}

const CLASSES: Readonly<Record<string, typeof ArrayData>> = { c: BytesData, u: TextData };

function attachArray(type: ElementType, length: number, cell: Cell): ArrayData {
  const shape = shapeOf(type);
  return new ((typeof type === 'string' && CLASSES[type]) || ArrayData)(shape, length, cell);
}

const reviveArray = internal('ArrayData', attachArray);

/**
 * An array in memory of its own, zeros at first.
 * @throws ValueError - a negative length.
 */
export function makeArray(shape: Shape, length: number): ArrayData {
  if (length < 0) throw new ValueError(`Array length must be >= 0, not ${length}`);
  return attachArray(shape.type, length, makeCell(ObjectKind.array, shape.size * length));
}
