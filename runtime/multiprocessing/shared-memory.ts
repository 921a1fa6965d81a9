import { IndexError, KeyError, MemoryError, ValueError } from '../errors';
import { takeName } from '../process/place';
import * as system from '../process/system';
import { ObjectKind, traceMade } from '../process/trace';
import { reduce } from '../stdlib/pickle';
import { typeName } from '../stdlib/type-name';
import { internal } from './reduction';

export * as default from './shared-memory';

export interface SharedMemoryOptions {
  /** Name of the block; default when creating: a new one. */
  readonly name?: string | null;
  /** Make a new block instead of opening one; default false. */
  readonly create?: boolean;
  /** How many bytes the new block has. */
  readonly size?: number;
}

const LETTERS = 8;

/**
 * A block of bytes that processes find by its name.
 *
 * @param options - `name`; `create` to make it; `size` in bytes.
 * @throws FileNotFoundError - there is no block of that name.
 * @throws FileExistsError - there is one already.
 * @throws ValueError - no name to open, or no size to create.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.shared_memory.SharedMemory - names live in the machine, not in the system.
 * @see CPython 3.11 Lib/multiprocessing/shared_memory.py
 * @example
 * import { SharedMemory } from 'multiprocessing/shared_memory';
 *
 * const block = new SharedMemory({ create: true, size: 16 });
 * const same = new SharedMemory({ name: block.name });
 * if (block.buf && same.buf) {
 *   block.buf[0] = 42;
 *   console.log(same.buf[0]);
 * }
 * same.close();
 * block.close();
 * block.unlink();
 */
export class SharedMemory {
  readonly #name: string;
  readonly #size: number;
  #handle: system.Handle | null;
  #buffer: Uint8Array | null;

  constructor({ name = null, create = false, size = 0 }: SharedMemoryOptions = {}) {
    if (size < 0) throw new ValueError("'size' must be a positive integer");
    if (create && size === 0) throw new ValueError("'size' must be a positive number different from zero");
    if (!create && name === null) throw new ValueError("'name' can only be None if create=True");
    const variable = takeName();
    this.#name = `/${name ?? `psm_${randomLetters()}`}`;
    this.#handle = create ? system.createNamedRegion(this.#name, size) : system.openNamedRegion(this.#name);
    this.#buffer = system.viewNamedRegion(this.#handle);
    this.#size = this.#buffer.length;
    if (create) traceMade(this.#handle, ObjectKind.region, variable);
  }

  /** The bytes; null after `close()`. */
  get buf(): Uint8Array | null {
    return this.#buffer;
  }

  /** What others open it by. */
  get name(): string {
    return this.#name.slice(1);
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /** This process uses it no longer. */
  close(): void {
    this.#buffer = null;
    const handle = this.#handle;
    this.#handle = null;
    if (handle !== null) system.close(handle);
  }

  /**
   * Nobody finds it any more. Those who have it open may go on.
   * @throws FileNotFoundError - it was unlinked before.
   */
  unlink(): void {
    system.unlinkNamedRegion(this.#name);
  }

  toString(): string {
    return `SharedMemory('${this.name}', size=${this.#size})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    return [reopen, [this.constructor, this.name]];
  }
}

const reopen = internal(
  'SharedMemory',
  (type: new (options: SharedMemoryOptions) => SharedMemory, name: string) => new type({ name }),
);

/** What a ShareableList holds. */
export type Shareable = string | number | bigint | boolean | null | Uint8Array;

interface Slot {
  readonly format: string;
  readonly offset: number;
  readonly size: number;
}

const ALIGNMENT = 8;

/**
 * A list of fixed length in a block of shared memory. Its items can be replaced by items that fit into the same place.
 *
 * @param sequence - the items: texts, bytes, numbers, booleans and null. Integers are 64 bits.
 * @param options - `name`: opens that list, or names the new one.
 * @throws KeyError - an item is of another type.
 * @python multiprocessing.shared_memory.ShareableList
 * @see CPython 3.11 Lib/multiprocessing/shared_memory.py
 * @example
 * import { ShareableList } from 'multiprocessing/shared_memory';
 *
 * const list = new ShareableList(['howdy', 42, null]);
 * list[1] = 43;
 * console.log([...list], list.format);
 * list.shm.close();
 * list.shm.unlink();
 */
export class ShareableList<T extends Shareable = Shareable> {
  [index: number]: T;
  /** The block it lies in. */
  readonly shm: SharedMemory;
  /** @internal */
  readonly _slots: Slot[];

  constructor(sequence?: Iterable<T> | null, { name = null }: { readonly name?: string | null } = {}) {
    if (sequence === undefined || sequence === null) {
      this.shm = new SharedMemory({ name });
      this._slots = readSlots(bytesOf(this.shm));
    } else {
      const items = [...sequence];
      const formats = items.map((item) => formatOf(item));
      const header = headerBytes(formats);
      let offset = header.length;
      this._slots = formats.map((format) => {
        const size = sizeOf(format);
        const slot = { format, offset, size };
        offset += size;
        return slot;
      });
      this.shm = new SharedMemory({ name, create: true, size: offset });
      bytesOf(this.shm).set(header);
      items.forEach((item, index) => this._write(index, item));
    }
    return byIndex(this);
  }

  get length(): number {
    return this._slots.length;
  }

  /** How the items lie in memory, in the letters of Python's `struct`. */
  get format(): string {
    return this._slots.map(({ format }) => STRUCT_LETTERS[format] ?? format.replace(/b$/, '')).join('');
  }

  /** How many items equal a value. */
  count(value: T): number {
    return [...this].filter((item) => areEqual(item, value)).length;
  }

  /**
   * Where a value is first.
   * @throws ValueError - nowhere.
   */
  index(value: T): number {
    const found = [...this].findIndex((item) => areEqual(item, value));
    if (found === -1) throw new ValueError(`${String(value)} not in this container`);
    return found;
  }

  *[Symbol.iterator](): Generator<T, void> {
    for (let index = 0; index < this.length; index++) yield this._read(index);
  }

  toString(): string {
    return `ShareableList([${[...this].map((item) => (typeof item === 'string' ? `'${item}'` : String(item))).join(', ')}], name='${this.shm.name}')`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    return [reopenList, [this.shm.name]];
  }

  /** @internal */
  _read(index: number): T {
    const slot = this._slots[index];
    if (slot === undefined) throw new IndexError('index out of range');
    return readItem(bytesOf(this.shm), slot) as T;
  }

  /** @internal */
  _write(index: number, item: T): void {
    const slot = this._slots[index];
    if (slot === undefined) throw new IndexError('assignment index out of range');
    const bytes = encode(item);
    if (bytes.length > slot.size) throw new ValueError('bytes/str item exceeds available storage');
    const memory = bytesOf(this.shm);
    memory.fill(0, slot.offset, slot.offset + slot.size);
    memory.set(bytes, slot.offset);
    const format = this._formatFor(item, slot);
    this._slots[index] = { ...slot, format };
    writeFormat(memory, index, format);
  }

  /** @internal An item may change its type, not its place. */
  _formatFor(item: T, slot: Slot): string {
    const format = formatOf(item);
    return isText(format) && isText(slot.format) ? `${slot.size}s${format.at(-1) === 'b' ? 'b' : ''}` : format;
  }
}

const reopenList = internal('ShareableList', (name: string) => new ShareableList(null, { name }));

const INDEX = /^-?\d+$/;

/** Turns `list[i]` into a call. */
function byIndex<T extends Shareable>(list: ShareableList<T>): ShareableList<T> {
  return new Proxy(list, {
    get: (target, key, receiver) =>
      typeof key === 'string' && INDEX.test(key) ? target._read(Number(key)) : (Reflect.get(target, key, receiver) as unknown),
    set: (target, key, value, receiver) => {
      if (typeof key !== 'string' || !INDEX.test(key)) return Reflect.set(target, key, value, receiver);
      target._write(Number(key), value as T);
      return true;
    },
  });
}

/** Formats that Python's `struct` pads to eight bytes. */
const STRUCT_LETTERS: Readonly<Record<string, string>> = { none: 'xxxxxx?x', '?': 'xxxxxxx?' };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function bytesOf({ buf }: SharedMemory): Uint8Array {
  if (buf === null) throw new TypeError("'NoneType' object is not subscriptable");
  return buf;
}

function isText(format: string): boolean {
  return /s b?$|s$|sb$/.test(format);
}

/** `8s` for text, `8sb` for bytes, `q`, `d`, `?`, `none`. */
function formatOf(item: unknown): string {
  if (typeof item === 'string') return `${textSize(encoder.encode(item).length)}s`;
  if (item instanceof Uint8Array) return `${textSize(item.length)}sb`;
  if (typeof item === 'boolean') return '?';
  if (typeof item === 'bigint' || (typeof item === 'number' && Number.isInteger(item))) return 'q';
  if (typeof item === 'number') return 'd';
  if (item === null) return 'none';
  throw new KeyError(`<class '${typeName(item)}'>`);
}

function textSize(length: number): number {
  return ALIGNMENT * (Math.floor(length / ALIGNMENT) + 1);
}

function sizeOf(format: string): number {
  return isText(format) ? Number.parseInt(format, 10) : ALIGNMENT;
}

function encode(item: unknown): Uint8Array {
  if (typeof item === 'string') return encoder.encode(item);
  if (item instanceof Uint8Array) return item;
  const view = new DataView(new ArrayBuffer(ALIGNMENT));
  if (typeof item === 'bigint' || (typeof item === 'number' && Number.isInteger(item))) view.setBigInt64(0, BigInt(item), true);
  else if (typeof item === 'number') view.setFloat64(0, item, true);
  else view.setUint8(0, item === true ? 1 : 0);
  return new Uint8Array(view.buffer);
}

function readItem(memory: Uint8Array, { format, offset, size }: Slot): unknown {
  const bytes = memory.slice(offset, offset + size);
  const view = new DataView(bytes.buffer);
  if (isText(format)) {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    const used = bytes.subarray(0, end);
    return format.endsWith('b') ? used : decoder.decode(used);
  }
  switch (format) {
    case 'q': {
      const value = view.getBigInt64(0, true);
      return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
    }
    case 'd':
      return view.getFloat64(0, true);
    case '?':
      return view.getUint8(0) !== 0;
    default:
      return null;
  }
}

/* The block begins with the number of items and, for each, its format in 16 bytes, so that whoever opens it by name can read it. */
const FORMAT_BYTES = 16;

function headerBytes(formats: readonly string[]): Uint8Array {
  const header = new Uint8Array(ALIGNMENT + formats.length * FORMAT_BYTES);
  new DataView(header.buffer).setUint32(0, formats.length, true);
  formats.forEach((format, index) => writeFormat(header, index, format));
  return header;
}

function writeFormat(memory: Uint8Array, index: number, format: string): void {
  const at = ALIGNMENT + index * FORMAT_BYTES;
  memory.fill(0, at, at + FORMAT_BYTES);
  memory.set(encoder.encode(format), at);
}

function readSlots(memory: Uint8Array): Slot[] {
  const count = new DataView(memory.buffer, memory.byteOffset).getUint32(0, true);
  let offset = ALIGNMENT + count * FORMAT_BYTES;
  if (offset > memory.length) throw new MemoryError('not a ShareableList');
  return Array.from({ length: count }, (_, index) => {
    const at = ALIGNMENT + index * FORMAT_BYTES;
    const format = decoder.decode(memory.slice(at, at + FORMAT_BYTES)).replace(/\0+$/, '');
    const slot = { format, offset, size: sizeOf(format) };
    offset += slot.size;
    return slot;
  });
}

function randomLetters(): string {
  return Array.from({ length: LETTERS }, () => Math.floor(Math.random() * 16).toString(16)).join('');
}

function areEqual(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array)
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  return a === b;
}
