/*
 * The format. A pickle is a head byte and one value. A value is a tag and what the tag says; numbers are little-endian,
 * `uint` is LEB128, `text` a uint `length << 2 | TextForm` and that many bytes (UTF-16: units).
 *
 * Every object, function and class gets the next index of the memo when it is complete enough to be referred to: the
 * containers before their content (so that cycles close), leaves, views, globals and reduced objects after it.
 */

/** The first byte. What was written for a child at its start may hold what a message may not. */
export const Head = { message: 0x80, inheriting: 0x81 } as const;

export enum Tag {
  undefined,
  null,
  false,
  true,
  /** 4 bytes. */
  int32,
  /** 8 bytes. */
  float64,
  /** 8 bytes, a bigint. */
  int64,
  /** text, the bigint in hexadecimal. */
  bigint,
  /** text */
  text,
  /** uint, an index of the memo. */
  reference,
  /** uint length, values. */
  array,
  /** ViewKind, uint length, numbers in that width: an array of nothing but numbers. */
  numbers,
  /** uint length, uint count, pairs of uint index and value. */
  sparse,
  /** uint count, pairs of text key and value. */
  object,
  /** The same, without a prototype. */
  bareObject,
  /** uint32 count, pairs of values. */
  map,
  /** uint32 count, values. */
  set,
  /** 8 bytes, milliseconds. */
  date,
  /** text source, text flags, uint lastIndex. */
  regexp,
  /** uint length, bytes. */
  buffer,
  /** ViewKind, an ArrayBuffer: a view of all of it. */
  view,
  /** uint count, then text key, a byte (1: enumerable) and value each. */
  error,
  /** A primitive, boxed. */
  boxed,
  /** text module, text qualified name: a function or class. */
  global,
  /** A class, uint count, pairs of text key and value. */
  instance,
  /** A class or undefined, one of the tags above, uint count, pairs: what a subclass or a user adds to a built-in. */
  extended,
  /** A function, arguments, a state or undefined, Rebuilt: what `[reduce]` answered. */
  reduced,
  /** `this`, text name, arguments, Rebuilt: `this[name].bind(this, ...arguments)`. */
  boundMethod,
  /** A function, `this`, arguments, Rebuilt. */
  boundFunction,
  /** This tag and all above are integers from SMALLEST_INT on. */
  smallInt = 0x40,
}

/** What `byte` says if it is a tag at all. */
export function isTag(byte: number): byte is Tag {
  return byte <= HIGHEST_TAG || byte >= FIRST_INT;
}

const FIRST_INT: number = Tag.smallInt;
const HIGHEST_TAG: number = Tag.boundFunction;

export const SMALLEST_INT = -32;
export const LARGEST_INT = SMALLEST_INT + 0xff - Tag.smallInt;

/** How the characters of a text are written. */
export const TextForm = {
  ascii: 0,
  utf8: 1,
  /** Only where a surrogate is alone. */
  utf16: 2,
  /** No characters follow, the length is the index of an earlier key of this pickle. */
  again: 3,
} as const;

/** Was an object complete only after its content had been written, and did that content contain it? */
export const Rebuilt = {
  new: 0,
  /** uint, an index of the memo: the content has made it already. */
  inside: 1,
} as const;

/** Kinds of views in the order of their numbers. */
export const VIEWS: readonly (ViewConstructor | undefined)[] = [
  DataView,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  // Younger than the browsers we support.
  (globalThis as { Float16Array?: ViewConstructor }).Float16Array,
];

export type ViewConstructor = (new (buffer: ArrayBuffer) => ArrayBufferView) & { readonly prototype: ArrayBufferView };

/** The kinds that `Tag.numbers` uses. */
export const NumbersKind = { int8: 1, int16: 4, int32: 6, float64: 9 } as const;
