import { ValueError } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import { iterable } from '../../stdlib/iterable';
import { repr } from '../../stdlib/builtins';
import { reduce } from '../../stdlib/pickle';
import { internal } from '../reduction';
import { describeBytes, describeText } from '../sharedctypes/describe';
import { ElementIterator, Indexed } from '../sharedctypes/indexed';
import type { Shareable } from './item-format';
import { blockBytes, formatAt, initBlock, lengthOf, readItem, writeItem } from './list-block';
import { SharedMemory } from './shared-memory';

export type { Shareable } from './item-format';

export interface ShareableListOptions {
  /** Without a sequence, the list to open; with one, what to call the new list. */
  readonly name?: string | null;
}

/**
 * A list of fixed length in a block of shared memory. Its items can be replaced by items that fit into the same place.
 *
 * @param sequence - the items: texts, bytes, numbers, booleans and null. Whole numbers are integers of 64 bits; texts and bytes
 *   get the next multiple of eight bytes, and lose zeros at their end.
 * @param options - `name`: without a sequence it opens that list, with one it names the new list. May come alone.
 * @throws KeyError - an item is of another type.
 * @throws FileNotFoundError - there is no list of that name.
 * @throws FileExistsError - there is something of that name already.
 * @throws ValueError - an item does not fit in the place of the one before: `bytes/str item exceeds available storage`.
 * @throws IndexError - there is no such item.
 * @python multiprocessing.shared_memory.ShareableList - a negative index is for `at`.
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
export class ShareableList<T = Shareable> extends Indexed {
  [index: number]: T;
  /** The block it lies in. */
  readonly shm: SharedMemory;

  constructor(sequence?: Iterable<T & Shareable> | null, options?: ShareableListOptions);
  constructor(options: ShareableListOptions);
  constructor(first?: Iterable<T & Shareable> | ShareableListOptions | null, second: ShareableListOptions = {}) {
    super();
    const isSequence = typeof first !== 'object' || first === null || Symbol.iterator in first;
    const [sequence, options] = isSequence ? [first, second] : [undefined, first];
    checkKeywords('ShareableList.__init__', options, ['name']);
    const { name = null } = options;
    if (sequence === null || (sequence === undefined && name !== null)) {
      this.shm = new SharedMemory({ name });
      return;
    }
    const items = [...iterable(sequence ?? [])];
    const size = blockBytes(items);
    this.shm = new SharedMemory({ name, create: true, size });
    initBlock(this.shm, items);
  }

  get length(): number {
    return lengthOf(this.shm);
  }

  /** How the items lie in memory, in the letters of Python's `struct`. */
  get format(): string {
    let format = '';
    for (let index = 0; index < this.length; index++) format += formatAt(this.shm, index);
    return format;
  }

  /** The item at an index; a negative one counts from the end. */
  at(index: number): T {
    return this._get(index < 0 ? index + this.length : index);
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
    if (found === -1) throw new ValueError(`${describe(value)} not in this container`);
    return found;
  }

  /** Is there such an item? */
  includes(value: T): boolean {
    return this.count(value) > 0;
  }

  [Symbol.iterator](): IterableIterator<T, undefined> {
    return new ElementIterator<T>(this);
  }

  override toString(): string {
    return `${this.constructor.name}([${[...this].map(describe).join(', ')}], name='${this.shm.name}')`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    return [reopen, [this.constructor, this.shm.name]];
  }

  /** @internal */
  override _get(index: number): T {
    return readItem(this.shm, index) as T;
  }

  /** @internal */
  override _set(index: number, item: T): void {
    writeItem(this.shm, index, item);
  }
}

const reopen = internal(
  'ShareableList',
  (type: new (sequence: null, options: { readonly name: string }) => ShareableList, name: string) => new type(null, { name }),
);

/** An item as Python's repr shows it. */
function describe(item: unknown): string {
  if (item === null) return 'None';
  if (typeof item === 'boolean') return item ? 'True' : 'False';
  if (typeof item === 'string') return describeText(item);
  return item instanceof Uint8Array ? describeBytes(item) : repr(item);
}

function areEqual(a: unknown, b: unknown): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
