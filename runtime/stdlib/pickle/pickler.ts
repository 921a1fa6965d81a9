import { type Binding, bindingOf } from './bound-functions';
import { ByteWriter } from './byte-writer';
import { PicklingError } from './errors';
import { during, isInheriting } from './inheriting';
import { type Base, kindOf } from './kinds';
import { type Names, requireName } from './names';
import { reduce } from './reduce';
import { Head, LARGEST_INT, NumbersKind, Rebuilt, SMALLEST_INT, Tag, VIEWS } from './tags';

export interface Pickle {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The handles it carries, see `passHandle`. */
  readonly handles: number[];
}

/** Shorter arrays are not looked through for being all numbers. */
const MIN_NUMBERS = 4;

/** Writes graphs of values, one at a time. */
export class Pickler {
  readonly #out = new ByteWriter();
  readonly #names: Names;
  readonly #memo = new Map<object, number>();
  /** How many indices of the memo are given away. */
  #count = 0;

  constructor(names: Names) {
    this.#names = names;
  }

  /** The bytes lie in the pickler's own buffer: they are good until `clear`. */
  dump(value: unknown, inheriting = false): Pickle {
    const handles: number[] = [];
    during({ inheriting: inheriting || isInheriting(), handles }, () => {
      this.#out.byte(isInheriting() ? Head.inheriting : Head.message);
      this.#write(value);
    });
    return { bytes: this.#out.written, handles };
  }

  /** Ready for the next one. */
  clear(): void {
    this.#out.clear();
    this.#memo.clear();
    this.#count = 0;
  }

  #write(value: unknown): void {
    switch (typeof value) {
      case 'number':
        return this.#number(value);
      case 'string':
        this.#out.byte(Tag.text);
        return this.#out.text(value);
      case 'object':
        return value === null ? this.#out.byte(Tag.null) : this.#object(value);
      case 'boolean':
        return this.#out.byte(value ? Tag.true : Tag.false);
      case 'undefined':
        return this.#out.byte(Tag.undefined);
      case 'function':
        return this.#function(value);
      case 'bigint':
        return this.#bigint(value);
      case 'symbol':
        throw new TypeError("cannot pickle 'symbol' object");
    }
  }

  #number(value: number): void {
    if ((value | 0) !== value || Object.is(value, -0)) {
      this.#out.byte(Tag.float64);
      this.#out.float64(value);
    } else if (value >= SMALLEST_INT && value <= LARGEST_INT) {
      this.#out.byte(Tag.smallInt + value - SMALLEST_INT);
    } else {
      this.#out.byte(Tag.int32);
      this.#out.int32(value);
    }
  }

  #bigint(value: bigint): void {
    if (BigInt.asIntN(64, value) === value) {
      this.#out.byte(Tag.int64);
      this.#out.int64(value);
    } else {
      this.#out.byte(Tag.bigint);
      this.#out.text(value.toString(16));
    }
  }

  #object(value: object): void {
    if (this.#wasWritten(value)) return;
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype === Object.prototype) return this.#plain(Tag.object, value);
    if (prototype === Array.prototype && Array.isArray(value)) return this.#array(value);
    if (prototype === null) return this.#plain(Tag.bareObject, value);

    const kind = kindOf(value, prototype);
    const method: unknown = (value as { [reduce]?: unknown })[reduce];
    if (typeof method === 'function') return this.#reduced(value, Reflect.apply(method, value, []));
    if ('refused' in kind) throw new TypeError(`cannot pickle '${kind.refused}' object`);
    if (kind.base === 'fields') return this.#instance(value, kind.owner);
    const fields = kind.owner === null && hasIndices(kind.base) ? [] : ownFields(value, kind.base);
    if (kind.owner === null && fields.length === 0) return this.#content(value, kind.base);
    this.#out.byte(Tag.extended);
    if (kind.owner === null) this.#out.byte(Tag.undefined);
    else this.#function(kind.owner);
    this.#content(value, kind.base);
    this.#fields(value, fields);
  }

  /** Writes a reference if the object has an index already. */
  #wasWritten(value: object): boolean {
    const index = this.#memo.get(value);
    if (index === undefined) return false;
    this.#out.byte(Tag.reference);
    this.#out.uint(index);
    return true;
  }

  #remember(value: object): void {
    this.#memo.set(value, this.#count++);
  }

  #plain(tag: Tag.object | Tag.bareObject, value: object): void {
    const keys = Object.keys(value);
    // Math and its like show nothing that could be written.
    const isPlatform = (keys.length === 0 || tag === Tag.bareObject) && Symbol.toStringTag in value;
    if (isPlatform || this.#names.isModule(value)) throw new TypeError("cannot pickle 'module' object");
    this.#remember(value);
    this.#out.byte(tag);
    this.#fields(value, keys);
  }

  #fields(value: object, keys: readonly string[]): void {
    this.#out.uint(keys.length);
    for (const key of keys) {
      this.#out.key(key);
      this.#write((value as Record<string, unknown>)[key]);
    }
  }

  #instance(value: object, owner: object | null): void {
    this.#out.byte(Tag.instance);
    if (owner !== null) this.#function(owner);
    this.#remember(value);
    this.#fields(value, Object.keys(value));
  }

  #content(value: object, base: Base): void {
    switch (base) {
      case 'array':
        return this.#array(value as unknown[]);
      case 'map':
        return this.#map(value as Map<unknown, unknown>);
      case 'set':
        return this.#set(value as Set<unknown>);
      case 'date':
        this.#remember(value);
        this.#out.byte(Tag.date);
        return this.#out.float64((value as Date).getTime());
      case 'regexp':
        return this.#regexp(value as RegExp);
      case 'buffer':
        this.#remember(value);
        return this.#bytes(new Uint8Array(value as ArrayBuffer));
      case 'error':
        return this.#error(value as Error);
      case 'boxed':
        this.#remember(value);
        this.#out.byte(Tag.boxed);
        return this.#write((value as { valueOf(): unknown }).valueOf());
      case 'fields':
        return;
      default:
        return this.#view(value as ArrayBufferView, base);
    }
  }

  #array(array: readonly unknown[]): void {
    this.#remember(array);
    const { length } = array;
    const numbers = length >= MIN_NUMBERS ? numbersKind(array) : null;
    if (numbers !== null) return this.#numbers(array as readonly number[], numbers);
    for (let index = 0; index < length; index++) {
      if (array[index] === undefined && !(index in array)) return this.#sparse(array);
    }
    this.#out.byte(Tag.array);
    this.#out.uint(length);
    for (let index = 0; index < length; index++) this.#write(array[index]);
  }

  #numbers(array: readonly number[], kind: number): void {
    const Copy = VIEWS[kind] as unknown as new (values: readonly number[]) => Float64Array;
    const copy = new Copy(array);
    this.#out.byte(Tag.numbers);
    this.#out.byte(kind);
    this.#out.uint(copy.length);
    this.#out.raw(new Uint8Array(copy.buffer));
  }

  #sparse(array: readonly unknown[]): void {
    const keys = Object.keys(array);
    let count = keys.length;
    // Indices come first and in order.
    while (count > 0 && !isIndex(keys[count - 1] ?? '')) count--;
    this.#out.byte(Tag.sparse);
    this.#out.uint(array.length);
    this.#out.uint(count);
    for (const key of keys.slice(0, count)) {
      this.#out.uint(Number(key));
      this.#write(array[Number(key)]);
    }
  }

  #map(map: Map<unknown, unknown>): void {
    this.#remember(map);
    this.#out.byte(Tag.map);
    // A `[reduce]` in it may change it meanwhile.
    const at = this.#out.reserveCount();
    let count = 0;
    for (const [key, value] of map) {
      this.#write(key);
      this.#write(value);
      count++;
    }
    this.#out.setCount(at, count);
  }

  #set(set: Set<unknown>): void {
    this.#remember(set);
    this.#out.byte(Tag.set);
    const at = this.#out.reserveCount();
    let count = 0;
    for (const value of set) {
      this.#write(value);
      count++;
    }
    this.#out.setCount(at, count);
  }

  #regexp(value: RegExp): void {
    this.#remember(value);
    this.#out.byte(Tag.regexp);
    this.#out.text(value.source);
    this.#out.text(value.flags);
    this.#out.uint(value.lastIndex);
  }

  #bytes(bytes: Uint8Array): void {
    this.#out.byte(Tag.buffer);
    this.#out.uint(bytes.length);
    this.#out.raw(bytes);
  }

  /** Views of a whole buffer share it on the other side too; of a part only that part travels. */
  #view(view: ArrayBufferView, kind: number): void {
    const { buffer, byteOffset, byteLength } = view;
    this.#out.byte(Tag.view);
    this.#out.byte(kind);
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) {
      this.#object(buffer);
    } else {
      this.#bytes(new Uint8Array(buffer, byteOffset, byteLength));
      this.#count++;
    }
    this.#remember(view);
  }

  #error(error: Error): void {
    this.#remember(error);
    this.#out.byte(Tag.error);
    const keys = new Set(Object.getOwnPropertyNames(error));
    // An own property in some browsers and an inherited one in others.
    if (typeof error.stack === 'string') keys.add('stack');
    this.#out.uint(keys.size);
    for (const key of keys) {
      this.#out.key(key);
      this.#out.byte(Object.prototype.propertyIsEnumerable.call(error, key) ? 1 : 0);
      this.#write((error as unknown as Record<string, unknown>)[key]);
    }
  }

  #function(value: object): void {
    if (this.#wasWritten(value)) return;
    const binding = bindingOf(value);
    if (binding !== undefined) this.#bound(value, binding);
    else this.#global(value);
  }

  #global(value: object, name?: string): void {
    const { module, qualname } = requireName(this.#names, value, name);
    this.#remember(value);
    this.#out.byte(Tag.global);
    this.#out.key(module);
    this.#out.key(qualname);
  }

  #bound(value: object, { target, self, args }: Binding): void {
    const name = (target as { name?: unknown }).name;
    if (typeof name === 'string' && isObject(self) && (self as Record<string, unknown>)[name] === target) {
      this.#out.byte(Tag.boundMethod);
      this.#write(self);
      this.#out.key(name);
    } else {
      this.#out.byte(Tag.boundFunction);
      this.#write(target);
      this.#write(self);
    }
    this.#arguments(args);
    this.#rebuilt(value);
  }

  #reduced(value: object, answer: unknown): void {
    if (typeof answer === 'string') return this.#global(value, answer);
    if (!Array.isArray(answer)) throw new PicklingError('__reduce__ must return a string or tuple');
    const [callable, args, state] = answer as unknown[];
    if (answer.length < 2 || answer.length > 3) {
      throw new PicklingError('tuple returned by __reduce__ must contain 2 or 3 elements');
    }
    if (typeof callable !== 'function') {
      throw new PicklingError('first item of the tuple returned by __reduce__ must be callable');
    }
    if (!Array.isArray(args)) throw new PicklingError('second item of the tuple returned by __reduce__ must be a tuple');
    this.#out.byte(Tag.reduced);
    this.#write(callable);
    this.#arguments(args);
    // The state may refer to the object, so it is written when that has an index.
    if (this.#rebuilt(value)) return;
    this.#write(state ?? undefined);
  }

  #arguments(args: readonly unknown[]): void {
    this.#out.uint(args.length);
    for (const argument of args) this.#write(argument);
  }

  /** The arguments of an object may have contained it: then it has been written in full on the way. */
  #rebuilt(value: object): boolean {
    const index = this.#memo.get(value);
    if (index !== undefined) {
      this.#out.byte(Rebuilt.inside);
      this.#out.uint(index);
      return true;
    }
    this.#out.byte(Rebuilt.new);
    this.#remember(value);
    return false;
  }
}

/** The narrowest kind of numbers that holds every element, or null where there is anything else. */
function numbersKind(array: readonly unknown[]): number | null {
  const { length } = array;
  let bits = 0;
  for (let index = 0; index < length; index++) {
    const value = array[index];
    if (typeof value !== 'number') return null;
    const integer = value | 0;
    if (integer !== value || Object.is(value, -0)) return areNumbers(array) ? NumbersKind.float64 : null;
    // Of a negative number the complement: it needs as many bits.
    bits |= integer ^ (integer >> 31);
  }
  if (bits < 0x80) return NumbersKind.int8;
  return bits < 0x8000 ? NumbersKind.int16 : NumbersKind.int32;
}

function areNumbers(array: readonly unknown[]): boolean {
  const { length } = array;
  for (let index = 0; index < length; index++) if (typeof array[index] !== 'number') return false;
  return true;
}

/** Fields that somebody has put on an object of the platform. */
function ownFields(value: object, base: Base): string[] {
  // An error's are among its content, and a boxed text's characters are no fields.
  if (base === 'error') return [];
  const keys = Object.keys(value);
  return hasIndices(base) || base === 'boxed' ? keys.filter((key) => !isIndex(key)) : keys;
}

/** Their elements are own properties, too many to look through for others. */
function hasIndices(base: Base): boolean {
  return base === 'array' || typeof base === 'number';
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < 2 ** 32 - 1;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
