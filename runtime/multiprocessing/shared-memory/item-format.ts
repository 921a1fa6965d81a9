import { KeyError, OverflowError } from '../../errors';
import { typeName } from '../../errors/type-name';

/*
 * How the items of a ShareableList lie in memory. Formats are those of Python's `struct`: `q` and `d` take eight bytes, and so
 * do booleans and null, as the last and the last but one of eight; texts and bytes are `8s`, `16s`, …, padded with zeros.
 */

/** What a ShareableList holds. */
export type Shareable = string | number | bigint | boolean | null | Uint8Array;

export const ALIGNMENT = 8;
const INTEGER = 'q';
const FLOAT = 'd';
const BOOLEAN = 'xxxxxxx?';
const NONE = 'xxxxxx?x';

/** How texts and bytes, which have the same format, are told apart. CPython's codes. */
export const Transform = { plain: 0, text: 1, bytes: 2, none: 3 } as const;
export type Transform = (typeof Transform)[keyof typeof Transform];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The format that an item gets when a list is made.
 * @throws KeyError - no item of a list is of such a type.
 */
export function formatOf(item: unknown): string {
  // CPython counts characters; where that is too little for the bytes, it would cut them off.
  if (typeof item === 'string') return textFormat(item, Array.from(item).length);
  if (item instanceof Uint8Array) return `${textSize(item.length)}s`;
  return plainFormatOf(item);
}

function textFormat(item: string, characters: number): string {
  const byCharacters = textSize(characters);
  const { length } = encoder.encode(item);
  return `${length <= byCharacters ? byCharacters : textSize(length)}s`;
}

function textSize(length: number): number {
  return ALIGNMENT * (Math.floor(length / ALIGNMENT) + 1);
}

/** The format that an item gets in a place that has one already: only texts keep it. */
export function formatInPlace(item: unknown, current: string, size: number): string {
  if (!isText(item)) return plainFormatOf(item);
  return current.endsWith('s') ? current : `${size}s`;
}

export function isText(item: unknown): item is string | Uint8Array {
  return typeof item === 'string' || item instanceof Uint8Array;
}

function plainFormatOf(item: unknown): string {
  if (typeof item === 'boolean') return BOOLEAN;
  if (typeof item === 'bigint' || (typeof item === 'number' && Number.isInteger(item))) return INTEGER;
  if (typeof item === 'number') return FLOAT;
  if (item === null) return NONE;
  throw new KeyError(className(item));
}

/** Prints as Python's classes do, without the quotes that a text in a KeyError has. */
function className(item: unknown): object {
  return { toString: () => `<class '${typeName(item)}'>` };
}

export function transformOf(item: unknown): Transform {
  if (typeof item === 'string') return Transform.text;
  if (item instanceof Uint8Array) return Transform.bytes;
  return item === null ? Transform.none : Transform.plain;
}

/** Bytes of the place for a format. */
export function sizeOf(format: string): number {
  return format.endsWith('s') ? Number.parseInt(format, 10) : ALIGNMENT;
}

/**
 * An item's bytes, without the zeros that fill its place.
 * @throws OverflowError - an integer that has no room in 64 bits.
 */
export function encodeItem(item: unknown): Uint8Array {
  if (typeof item === 'string') return encoder.encode(item);
  if (item instanceof Uint8Array) return item;
  const view = new DataView(new ArrayBuffer(ALIGNMENT));
  const format = plainFormatOf(item);
  if (format === INTEGER) view.setBigInt64(0, asInt64(item as number | bigint), true);
  else if (format === FLOAT) view.setFloat64(0, item as number, true);
  else if (item === true) view.setUint8(ALIGNMENT - 1, 1);
  return new Uint8Array(view.buffer);
}

function asInt64(item: number | bigint): bigint {
  const value = BigInt(item);
  if (BigInt.asIntN(64, value) !== value) throw new OverflowError('argument out of range');
  return value;
}

/** What an item's place holds. */
export function decodeItem(bytes: Uint8Array<ArrayBuffer>, format: string, transform: Transform): Shareable {
  if (transform === Transform.none) return null;
  if (format.endsWith('s')) {
    const used = withoutTrailingZeros(bytes);
    return transform === Transform.bytes ? used : decoder.decode(used);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (format === BOOLEAN) return view.getUint8(ALIGNMENT - 1) !== 0;
  if (format === FLOAT) return view.getFloat64(0, true);
  const value = view.getBigInt64(0, true);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function withoutTrailingZeros(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.slice(0, end);
}
