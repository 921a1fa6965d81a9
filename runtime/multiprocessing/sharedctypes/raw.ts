import { ValueError } from '../../errors';
import { typeName } from '../../errors/type-name';
import { ArrayData, makeArray } from './array-data';
import { shapeOf } from './ctype';
import { Data, makeSimple, SimpleData } from './data';
import type { Typecode } from './scalar';
import { makeStruct, StructData } from './struct-data';

/** What `RawValue` makes. */
export function makeRawValue(type: unknown, values: readonly unknown[]): SimpleData | StructData {
  const shape = shapeOf(type);
  if (shape.scalar === null) {
    const record = makeStruct(shape);
    record._fill(values);
    return record;
  }
  const data = makeSimple(shape.type as Typecode);
  if (values.length > 1) throw new TypeError(`__init__ expected at most 1 argument, got ${values.length}`);
  if (values.length === 1 && values[0] !== undefined) data.value = values[0];
  return data;
}

/** What `RawArray` makes. */
export function makeRawArray(type: unknown, sizeOrInitial: unknown): ArrayData {
  const shape = shapeOf(type);
  if (typeof sizeOrInitial === 'number' && Number.isInteger(sizeOrInitial)) return makeArray(shape, sizeOrInitial);
  if (!isSized(sizeOrInitial)) throw new TypeError(`object of type '${typeName(sizeOrInitial)}' has no len()`);
  const values = [...sizeOrInitial];
  const data = makeArray(shape, values.length);
  data.set(values);
  return data;
}

function isSized(value: unknown): value is Iterable<unknown> {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return false;
  return 'length' in value || 'size' in value;
}

/** A copy of the bytes in memory of its own. */
export function copyOf(data: unknown): Data {
  if (data instanceof SimpleData) return transfer(data, makeSimple(data._shape.type as Typecode));
  if (data instanceof StructData) return transfer(data, makeStruct(data._shape));
  if (data instanceof ArrayData) return transfer(data, makeArray(data._shape, data.length));
  throw new TypeError('this type has no size');
}

function transfer(from: Data, to: Data): Data {
  const [source, target] = [from, to].map((data) => new Uint8Array(data._view.buffer, data._at, data._byteLength()));
  if (source === undefined || target === undefined) throw new ValueError('Cannot copy nothing');
  target.set(source);
  return to;
}

/** Bytes that a shared object takes, or that one of a type would. */
export function sizeOfData(value: unknown): number {
  return value instanceof Data ? value._byteLength() : shapeOf(value).size;
}
