import { OverflowError, ValueError } from '../../errors';
import { typeName } from '../../errors/type-name';

/** The letters that name C's types, as in Python's `array` module. */
export type Typecode = 'c' | 'u' | 'b' | 'B' | 'h' | 'H' | 'i' | 'I' | 'l' | 'L' | 'q' | 'Q' | 'f' | 'd';

/** What a value of a type is in TypeScript. */
export type ScalarOf<C extends Typecode> = C extends 'c'
  ? Uint8Array
  : C extends 'u'
    ? string
    : C extends 'q' | 'Q'
      ? bigint
      : number;

/** What can be put into one. */
export type ScalarInput<C extends Typecode> = C extends 'c'
  ? Uint8Array | number
  : C extends 'u'
    ? string
    : C extends 'f' | 'd'
      ? number
      : number | bigint | boolean;

/** One of C's types: how its values lie in memory. */
export interface Scalar {
  readonly name: string;
  readonly size: number;
  read(view: DataView, offset: number): unknown;
  /** @throws TypeError - the value is of another type. */
  write(view: DataView, offset: number, value: unknown): void;
}

const LITTLE = true;
const TWO_32 = 2 ** 32;
const LAST_CODE_POINT = 0x10_ffff;

function integer(
  name: string,
  size: number,
  read: (view: DataView, at: number) => unknown,
  write: (view: DataView, at: number, value: number) => void,
): Scalar {
  return {
    name,
    size,
    read,
    write: (view, at, value) => {
      // Bits beyond the type's are cut off, as C does it.
      if (typeof value === 'number' && Number.isInteger(value)) write(view, at, value);
      else write(view, at, Number(BigInt.asIntN(32, toBigInt(value))));
    },
  };
}

/** 64 bits in two halves: as numbers they are exact up to 2⁵³. */
function long(name: string, isSigned: boolean): Scalar {
  return {
    name,
    size: 8,
    read: (view, at) =>
      (isSigned ? view.getInt32(at + 4, LITTLE) : view.getUint32(at + 4, LITTLE)) * TWO_32 + view.getUint32(at, LITTLE),
    write: (view, at, value) => {
      if (typeof value === 'number' && Number.isSafeInteger(value)) {
        view.setUint32(at, value, LITTLE);
        view.setInt32(at + 4, Math.floor(value / TWO_32), LITTLE);
      } else view.setBigInt64(at, BigInt.asIntN(64, toBigInt(value)), LITTLE);
    },
  };
}

function longLong(name: string, read: (view: DataView, at: number) => bigint): Scalar {
  return { name, size: 8, read, write: (view, at, value) => view.setBigInt64(at, BigInt.asIntN(64, toBigInt(value)), LITTLE) };
}

function real(
  name: string,
  size: number,
  read: (view: DataView, at: number) => number,
  write: (view: DataView, at: number, value: number) => void,
): Scalar {
  return {
    name,
    size,
    read,
    write: (view, at, value) => {
      if (typeof value === 'number') write(view, at, value);
      else if (typeof value === 'boolean') write(view, at, Number(value));
      else if (typeof value === 'bigint') write(view, at, toFloat(value));
      else throw new TypeError(`must be real number, not ${typeName(value)}`);
    },
  };
}

const CHAR: Scalar = {
  name: 'c_char',
  size: 1,
  read: (view, at) => Uint8Array.of(view.getUint8(at)),
  write: (view, at, value) => {
    const byte = value instanceof Uint8Array && value.length === 1 ? value[0] : value;
    const isInteger = typeof byte === 'bigint' || typeof byte === 'boolean' || Number.isInteger(byte);
    const code = isInteger ? Number(byte) : -1;
    if (code < 0 || code > 255) throw new TypeError('one character bytes, bytearray or integer expected');
    view.setUint8(at, code);
  },
};

const WCHAR: Scalar = {
  name: 'c_wchar',
  size: 4,
  read: (view, at) => {
    const code = view.getUint32(at, LITTLE);
    if (code > LAST_CODE_POINT) throw new ValueError(`character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`);
    return String.fromCodePoint(code);
  },
  write: (view, at, value) => {
    if (typeof value !== 'string') throw new TypeError(`unicode string expected instead of ${typeName(value)} instance`);
    const [first, ...rest] = value;
    if (first === undefined || rest.length > 0) throw new TypeError('one character unicode string expected');
    view.setUint32(at, first.codePointAt(0) ?? 0, LITTLE);
  },
};

export const SCALARS: Readonly<Record<Typecode, Scalar>> = {
  c: CHAR,
  u: WCHAR,
  b: integer(
    'c_byte',
    1,
    (view, at) => view.getInt8(at),
    (view, at, value) => view.setInt8(at, value),
  ),
  B: integer(
    'c_ubyte',
    1,
    (view, at) => view.getUint8(at),
    (view, at, value) => view.setUint8(at, value),
  ),
  h: integer(
    'c_short',
    2,
    (view, at) => view.getInt16(at, LITTLE),
    (view, at, value) => view.setInt16(at, value, LITTLE),
  ),
  H: integer(
    'c_ushort',
    2,
    (view, at) => view.getUint16(at, LITTLE),
    (view, at, value) => view.setUint16(at, value, LITTLE),
  ),
  i: integer(
    'c_int',
    4,
    (view, at) => view.getInt32(at, LITTLE),
    (view, at, value) => view.setInt32(at, value, LITTLE),
  ),
  I: integer(
    'c_uint',
    4,
    (view, at) => view.getUint32(at, LITTLE),
    (view, at, value) => view.setUint32(at, value, LITTLE),
  ),
  l: long('c_long', true),
  L: long('c_ulong', false),
  q: longLong('c_long', (view, at) => view.getBigInt64(at, LITTLE)),
  Q: longLong('c_ulong', (view, at) => view.getBigUint64(at, LITTLE)),
  f: real(
    'c_float',
    4,
    (view, at) => view.getFloat32(at, LITTLE),
    (view, at, value) => view.setFloat32(at, value, LITTLE),
  ),
  d: real(
    'c_double',
    8,
    (view, at) => view.getFloat64(at, LITTLE),
    (view, at, value) => view.setFloat64(at, value, LITTLE),
  ),
};

function toFloat(value: bigint): number {
  const float = Number(value);
  if (Number.isFinite(float)) return float;
  throw new OverflowError('int too large to convert to float');
}

function toBigInt(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))) return BigInt(value);
  throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
