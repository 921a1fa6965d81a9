import { FileExistsError, osError, ValueError } from '../../errors';
import { checkInteger, checkKeywords } from '../../errors/argument-checks';
import { takeName } from '../../process/place';
import * as system from '../../process/system';
import { ObjectKind, traceMade } from '../../process/trace';
import { reduce } from '../../stdlib/pickle';
import { internal } from '../reduction';

export interface SharedMemoryOptions {
  /** Name of the block; default when creating: a new one, `psm_…`. */
  readonly name?: string | null | undefined;
  /** Make a new block instead of opening one; default false. */
  readonly create?: boolean | undefined;
  /** How many bytes the new block has. */
  readonly size?: number | undefined;
}

const LETTERS = 8;
const EINVAL = 22;

/**
 * A block of bytes that processes find by its name.
 *
 * @param options - `name`; `create` to make it; `size` in bytes.
 * @throws FileNotFoundError - there is no block of that name.
 * @throws FileExistsError - there is one already.
 * @throws ValueError - no name to open, or no size to create.
 * @throws OSError - the name is empty or has a slash.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.shared_memory.SharedMemory - names live in the machine, not in the system, and end with it.
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

  constructor(options: SharedMemoryOptions = {}) {
    checkKeywords('SharedMemory.__init__', options, ['name', 'create', 'size']);
    const { name = null, create = false, size = 0 } = options;
    check(name, create, size);
    const variable = takeName();
    const [path, handle] = create ? createBlock(name, size) : openBlock(name ?? '');
    this.#name = path;
    this.#handle = handle;
    this.#buffer = system.viewNamedRegion(handle);
    this.#size = this.#buffer.length;
    if (create) traceMade(handle, ObjectKind.region, variable);
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

  /** This process uses it no longer. What `buf` was must not be used any more. */
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

  /** CPython's `SharedMemory('psm_21467_46075', size=16)`. */
  toString(): string {
    return `${this.constructor.name}('${this.name}', size=${this.#size})`;
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

function check(name: string | null, create: boolean, size: number): void {
  if (!(size >= 0)) throw new ValueError("'size' must be a positive integer");
  checkInteger(size);
  if (create && size === 0) throw new ValueError("'size' must be a positive number different from zero");
  if (!create && name === null) throw new ValueError("'name' can only be None if create=True");
  if (name === '' || name?.includes('/') === true) throw osError(EINVAL, `/${name}`);
}

type Block = [path: string, handle: system.Handle];

function createBlock(name: string | null, size: number): Block {
  if (name !== null) return [`/${name}`, system.createNamedRegion(`/${name}`, size)];
  for (;;) {
    const path = `/psm_${randomLetters()}`;
    try {
      return [path, system.createNamedRegion(path, size)];
    } catch (error) {
      // Somebody has that name already: another one.
      if (!(error instanceof FileExistsError)) throw error;
    }
  }
}

function openBlock(name: string): Block {
  const path = `/${name}`;
  return [path, system.openNamedRegion(path)];
}

function randomLetters(): string {
  return Array.from({ length: LETTERS }, () => Math.floor(Math.random() * 16).toString(16)).join('');
}
