import { EOFError } from '../../errors';
import { typeName } from '../../errors/type-name';
import { bindFunction } from './bound-functions';
import { ByteReader } from './byte-reader';
import { UnpicklingError } from './errors';
import { during } from './inheriting';
import { type Names, isClass, isNative } from './names';
import { Head, Rebuilt, SMALLEST_INT, Tag, VIEWS, isTag } from './tags';

const FIRST_INT: number = Tag.smallInt;

const MAX_ARRAY_LENGTH = 2 ** 32 - 1;
/** For a longer array with holes memory is not taken in advance: it may be all holes. */
const MAX_HOLLOW_LENGTH = 10_000;

type Fields = Record<string, unknown>;

/** Reads one pickle. Every value takes a byte or more, so a count that was made up ends with the bytes. */
export class Unpickler {
  readonly #in: ByteReader;
  readonly #names: Names;
  readonly #memo: object[] = [];

  constructor(bytes: Uint8Array, names: Names) {
    this.#in = new ByteReader(bytes);
    this.#names = names;
  }

  load(): unknown {
    if (this.#in.bytes.length === 0) throw new EOFError('Ran out of input');
    const head = this.#in.byte();
    if (head !== Head.message && head !== Head.inheriting) throw invalidKey(head);
    return during({ inheriting: head === Head.inheriting, handles: null }, () => this.#read());
  }

  #read(): unknown {
    return this.#value(this.#in.byte());
  }

  #value(tag: number): unknown {
    if (tag >= FIRST_INT) return tag - FIRST_INT + SMALLEST_INT;
    if (!isTag(tag)) throw invalidKey(tag);
    switch (tag) {
      case Tag.undefined:
        return undefined;
      case Tag.null:
        return null;
      case Tag.false:
        return false;
      case Tag.true:
        return true;
      case Tag.int32:
        return this.#in.int32();
      case Tag.float64:
        return this.#in.float64();
      case Tag.int64:
        return this.#in.int64();
      case Tag.bigint:
        return bigintOf(this.#in.text());
      case Tag.text:
        return this.#in.text();
      case Tag.reference:
        return this.#reference(this.#in.uint());
      case Tag.global:
        return this.#global();
      default:
        return this.#object(tag);
    }
  }

  #object(tag: number): object {
    if (!isTag(tag)) throw invalidKey(tag);
    switch (tag) {
      case Tag.array:
        return this.#array();
      case Tag.numbers:
        return this.#numbers();
      case Tag.sparse:
        return this.#sparse();
      case Tag.object:
        return this.#fields(this.#remember({}));
      case Tag.bareObject:
        return this.#fields(this.#remember(Object.create(null) as object));
      case Tag.map:
        return this.#map();
      case Tag.set:
        return this.#set();
      case Tag.date:
        return this.#remember(new Date(this.#in.float64()));
      case Tag.regexp:
        return this.#regexp();
      case Tag.buffer:
        return this.#remember(this.#in.raw(this.#in.uint()).buffer);
      case Tag.view:
        return this.#view();
      case Tag.error:
        return this.#error();
      case Tag.boxed:
        return this.#boxed();
      case Tag.instance:
        return this.#fields(this.#remember(Object.create(prototypeOf(this.#read())) as object));
      case Tag.extended:
        return this.#extended();
      case Tag.reduced:
        return this.#reduced();
      case Tag.boundMethod:
        return this.#boundMethod();
      case Tag.boundFunction:
        return this.#boundFunction();
      default:
        throw invalidKey(tag);
    }
  }

  #remember<T extends object>(value: T): T {
    this.#memo.push(value);
    return value;
  }

  #reference(index: number): object {
    const value = this.#memo[index];
    if (value === undefined) throw new UnpicklingError(`Memo value not found at index ${index}`);
    return value;
  }

  #global(): unknown {
    const module = this.#in.key();
    const value = this.#names.find(module, this.#in.key());
    // Whatever it is, it has an index.
    this.#memo.push(value as object);
    return value;
  }

  #array(): unknown[] {
    const length = this.#in.uint();
    const array: unknown[] = this.#remember([]);
    for (let index = 0; index < length; index++) array.push(this.#read());
    return array;
  }

  #numbers(): number[] {
    const kind = this.#in.byte();
    const View = VIEWS[kind] as unknown as (new (buffer: ArrayBuffer) => Float64Array) & { BYTES_PER_ELEMENT?: number };
    const width = (View as typeof View | undefined)?.BYTES_PER_ELEMENT;
    if (width === undefined) throw invalidKey(kind);
    const length = this.#in.uint();
    const view = new View(this.#in.raw(length * width).buffer);
    const array = this.#remember(new Array<number>(length));
    for (let index = 0; index < length; index++) array[index] = view[index] ?? 0;
    return array;
  }

  #sparse(): unknown[] {
    const length = this.#in.uint();
    const count = this.#in.uint();
    const array: unknown[] = this.#remember([]);
    // This makes engines keep a dictionary, and not room for every hole.
    if (length > MAX_HOLLOW_LENGTH) array.length = MAX_ARRAY_LENGTH;
    array.length = length;
    for (let index = 0; index < count; index++) {
      const at = this.#in.uint();
      if (at >= length) throw new UnpicklingError(`index ${at} is out of range`);
      array[at] = this.#read();
    }
    return array;
  }

  #fields<T extends object>(target: T): T {
    const count = this.#in.uint();
    for (let index = 0; index < count; index++) {
      const key = this.#in.key();
      setField(target, key, this.#read());
    }
    return target;
  }

  #map(): Map<unknown, unknown> {
    const count = this.#in.uint32();
    const map = this.#remember(new Map<unknown, unknown>());
    for (let index = 0; index < count; index++) {
      const key = this.#read();
      map.set(key, this.#read());
    }
    return map;
  }

  #set(): Set<unknown> {
    const count = this.#in.uint32();
    const set = this.#remember(new Set());
    for (let index = 0; index < count; index++) set.add(this.#read());
    return set;
  }

  #regexp(): RegExp {
    const source = this.#in.text();
    const flags = this.#in.text();
    const lastIndex = this.#in.uint();
    let value: RegExp;
    try {
      value = new RegExp(source, flags);
    } catch {
      throw new UnpicklingError('invalid regular expression');
    }
    value.lastIndex = lastIndex;
    return this.#remember(value);
  }

  #view(): ArrayBufferView {
    const kind = this.#in.byte();
    const View = VIEWS[kind];
    const buffer = this.#read();
    if (View === undefined || !(buffer instanceof ArrayBuffer)) throw invalidKey(kind);
    const width = (View as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
    if (buffer.byteLength % width !== 0) throw new UnpicklingError('length of a buffer does not fit its view');
    return this.#remember(new View(buffer));
  }

  #error(): Error {
    const count = this.#in.uint();
    const error = this.#remember(new Error());
    // Where it was unpickled says nothing.
    Reflect.deleteProperty(error, 'stack');
    for (let index = 0; index < count; index++) {
      const key = this.#in.key();
      const enumerable = this.#in.byte() === 1;
      Object.defineProperty(error, key, { value: this.#read(), enumerable, writable: true, configurable: true });
    }
    return error;
  }

  #boxed(): object {
    const value = this.#read();
    if (typeof value === 'object' || typeof value === 'function') throw new UnpicklingError('a boxed value is no primitive');
    return this.#remember(Object(value) as object);
  }

  #extended(): object {
    const owner = this.#read();
    const value = this.#object(this.#in.byte());
    if (owner !== undefined) Object.setPrototypeOf(value, prototypeOf(owner));
    return this.#fields(value);
  }

  #reduced(): object {
    const callable = this.#read();
    const args = this.#arguments();
    const known = this.#inside();
    if (known !== null) return known;
    if (typeof callable !== 'function') throw new TypeError(`'${typeName(callable)}' object is not callable`);
    const value: unknown = call(callable, args);
    this.#memo.push(value as object);
    const state = this.#read();
    if (state !== undefined) Object.assign(value as object, state);
    return value as object;
  }

  #boundMethod(): object {
    const self = this.#read();
    const name = this.#in.key();
    const args = this.#arguments();
    const known = this.#inside();
    if (known !== null) return known;
    const target: unknown = (self as Fields | null | undefined)?.[name];
    if (typeof target !== 'function') throw new UnpicklingError(`there is no method '${name}'`);
    return this.#remember(bindFunction({ target, self, args }));
  }

  #boundFunction(): object {
    const target = this.#read();
    const self = this.#read();
    const args = this.#arguments();
    const known = this.#inside();
    if (known !== null) return known;
    if (typeof target !== 'function') throw new UnpicklingError('a bound function is none');
    return this.#remember(bindFunction({ target, self, args }));
  }

  #arguments(): unknown[] {
    const count = this.#in.uint();
    const args: unknown[] = [];
    for (let index = 0; index < count; index++) args.push(this.#read());
    return args;
  }

  #inside(): object | null {
    return this.#in.byte() === Rebuilt.inside ? this.#reference(this.#in.uint()) : null;
  }
}

function prototypeOf(owner: unknown): object {
  const prototype: unknown = typeof owner === 'function' ? owner.prototype : undefined;
  if (typeof prototype === 'object' && prototype !== null) return prototype;
  throw new UnpicklingError(`NEWOBJ class argument must be a type, not ${typeName(owner)}`);
}

/** Natives that convert their argument when they are called, as Python's `int(x)` does. */
const CONVERSIONS: ReadonlySet<unknown> = new Set([Number, String, Boolean, BigInt, Object, Symbol]);

/** Python calls classes; JavaScript wants `new` for most. */
function call(callable: object, args: readonly unknown[]): unknown {
  const isConstructor = isClass(callable) || isNativeClass(callable);
  const target = callable as new (...args: unknown[]) => unknown;
  return isConstructor ? Reflect.construct(target, args) : Reflect.apply(target as never, undefined, args);
}

function isNativeClass(value: object): boolean {
  return isNative(value) && Object.hasOwn(value, 'prototype') && !CONVERSIONS.has(value);
}

/** As an assignment, where that would not find a setter or a read-only property of a prototype. */
function setField(target: object, key: string, value: unknown): void {
  if (key in target) Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else (target as Fields)[key] = value;
}

function bigintOf(hexadecimal: string): bigint {
  const [, sign, digits] = /^(-?)([0-9a-f]+)$/.exec(hexadecimal) ?? [];
  if (digits === undefined) throw new UnpicklingError('invalid bigint');
  const value = BigInt(`0x${digits}`);
  return sign === '-' ? -value : value;
}

/** What begins an instruction in Python's pickles: after one of these, other bytes are a pickle that is cut off. */
const PYTHON_OPCODES = '(.0123489:?@BCDEFGHIJKLMNOPQRSTUVX]abcdeghijloqrstu}';

function invalidKey(byte: number): UnpicklingError {
  if (PYTHON_OPCODES.includes(String.fromCharCode(byte))) return new UnpicklingError('pickle data was truncated');
  const isPrintable = byte > 0x20 && byte < 0x7f;
  const key = isPrintable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  return new UnpicklingError(`invalid load key, '${key}'.`);
}
