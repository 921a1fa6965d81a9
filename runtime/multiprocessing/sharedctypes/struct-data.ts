import { type Cell } from '../../process/cells';
import { ObjectKind } from '../../process/trace';
import { typeName } from '../../errors/type-name';
import { addressOf, internal } from '../reduction';
import { type Part, type Shape, type StructType, shapeOf } from './ctype';
import { Data, makeCell } from './data';

/** A record: ctypes' Structure. Its fields are properties. */
export class StructData extends Data {
  [field: string]: unknown;

  override toString(): string {
    return `<__main__.${this._shape.name} object at ${addressOf(this)}>`;
  }

  override _typeName(): string {
    return this._shape.name;
  }

  override _byteLength(): number {
    return this._shape.size;
  }

  override _state(): unknown[] {
    return [reviveStruct, [this._shape.type, this._cell, this._at - this._cell.offset]];
  }

  /** @internal */
  _read({ offset, shape }: Part): unknown {
    if (shape.scalar !== null) return shape.scalar.read(this._view, this._at + offset);
    return attachStruct(shape, this._cell, this._at - this._cell.offset + offset);
  }

  /** @internal */
  _write({ offset, shape }: Part, value: unknown): void {
    if (shape.scalar !== null) shape.scalar.write(this._view, this._at + offset, value);
    else attachStruct(shape, this._cell, this._at - this._cell.offset + offset)._assign(value);
  }

  /** @internal Puts in the fields of another record, or values. */
  _assign(value: unknown): void {
    if (Array.isArray(value)) return this._fill(value);
    if (!(value instanceof StructData) || value._shape.name !== this._shape.name) {
      throw new TypeError(`expected ${this._shape.name} instance, got ${typeName(value)}`);
    }
    for (let index = 0; index < this._shape.size; index++) {
      this._view.setUint8(this._at + index, value._view.getUint8(value._at + index));
    }
  }

  /** @internal */
  _fill(values: readonly unknown[]): void {
    const { parts } = this._shape;
    if (values.length > parts.length) throw new TypeError('too many initializers');
    for (const [index, part] of parts.entries()) {
      if (index < values.length) this._write(part, values[index]);
    }
  }
}

const classes = new WeakMap<Shape, typeof StructData>();

/** Each type of record is a class of its own with a property for each field. */
function classOf(shape: Shape): typeof StructData {
  const known = classes.get(shape);
  if (known !== undefined) return known;
  const named = class extends StructData {};
  Object.defineProperty(named, 'name', { value: shape.name });
  for (const part of shape.parts) {
    Object.defineProperty(named.prototype, part.name, {
      enumerable: true,
      get(this: StructData) {
        return this._read(part);
      },
      set(this: StructData, value: unknown) {
        this._write(part, value);
      },
    });
  }
  classes.set(shape, named);
  return named;
}

/** The record that lies at an offset in a cell. */
export function attachStruct(shape: Shape, cell: Cell, offset = 0): StructData {
  return new (classOf(shape))(shape, cell, offset);
}

const reviveStruct = internal('StructData', (type: StructType, cell: Cell, offset: number) =>
  attachStruct(shapeOf(type), cell, offset),
);

/** A record in memory of its own, zeros at first. */
export function makeStruct(shape: Shape): StructData {
  return attachStruct(shape, makeCell(ObjectKind.value, shape.size));
}
