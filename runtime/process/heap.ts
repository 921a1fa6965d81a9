import { ValueError } from '../errors';
import { type Handle, offsetOf } from '../memory/handle';

/*
 * Cuts regions into blocks, as CPython's multiprocessing.heap does with its arenas. Only the process that made a heap takes
 * blocks from it and gives them back; all it knows of them is in its own memory. Others only use what they were handed.
 *
 * Free blocks never touch each other: what is given back is joined with its free neighbours. A block is taken from the
 * smallest free one that it fits in, found by bisection.
 */

/** A cache line: two locks that are used by different processors do not get in each other's way. */
const ALIGNMENT = 64;
export const ARENA_BYTES = 32 * 1024;

/** A region of shared memory. */
export interface Arena {
  readonly region: Handle;
  readonly byteLength: number;
}

/** A part of an arena, from one byte to before another. */
export interface Block {
  readonly arena: Arena;
  readonly start: number;
  readonly stop: number;
}

/** Where arenas come from, and where they go when nothing of them is in use. */
export interface ArenaSource {
  create(byteLength: number): Handle;
  release(region: Handle): void;
  /** Blocks are handed out as zeros, and a region is new only once. */
  clear(offset: number, byteLength: number): void;
}

export class Heap {
  readonly #arenas = new Set<Arena>();
  /** By length, ascending lengths beside it. */
  readonly #free = new Map<number, Set<Block>>();
  readonly #lengths: number[] = [];
  readonly #startingAt = new Map<Arena, Map<number, Block>>();
  readonly #endingAt = new Map<Arena, Map<number, Block>>();
  readonly #allocated = new Map<Arena, Set<Block>>();
  readonly #usedBefore = new WeakSet<Arena>();
  #mallocs = 0;
  #frees = 0;

  constructor(private readonly source: ArenaSource) {}

  /** How many blocks were taken so far. */
  get mallocCount(): number {
    return this.#mallocs;
  }

  /** How many were given back. */
  get freeCount(): number {
    return this.#frees;
  }

  arenas(): Arena[] {
    return [...this.#arenas];
  }

  freeBlocks(): Block[] {
    return [...this.#free.values()].flatMap((blocks) => [...blocks]);
  }

  allocatedBlocks(): Block[] {
    return [...this.#allocated.values()].flatMap((blocks) => [...blocks]);
  }

  /**
   * A block of zeros.
   * @throws MemoryError - the machine's memory has no room.
   */
  malloc(byteLength: number): Block {
    if (byteLength < 0) throw new ValueError(`Size ${byteLength} out of range`);
    const length = Math.max(ALIGNMENT, aligned(byteLength));
    const block = this.#take(length) ?? this.#newArena(length);
    const taken = { ...block, stop: block.start + length };
    if (taken.stop < block.stop) this.#addFree({ ...block, start: taken.stop });
    this.#allocated.get(block.arena)?.add(taken);
    this.#mallocs++;
    if (this.#usedBefore.has(block.arena)) this.source.clear(offsetOf(block.arena.region) + taken.start, length);
    return taken;
  }

  /** Gives a block back. Nobody may use it any more, in this process or another. */
  free(block: Block): void {
    const { arena } = block;
    if (this.#allocated.get(arena)?.delete(block) !== true) throw new ValueError('Cannot free a block twice');
    this.#frees++;
    this.#usedBefore.add(arena);
    const before = this.#endingAt.get(arena)?.get(block.start);
    const after = this.#startingAt.get(arena)?.get(block.stop);
    if (before !== undefined) this.#removeFree(before);
    if (after !== undefined) this.#removeFree(after);
    const joined = { arena, start: before?.start ?? block.start, stop: after?.stop ?? block.stop };
    if (joined.start === 0 && joined.stop === arena.byteLength) this.#dropArena(arena);
    else this.#addFree(joined);
  }

  #take(length: number): Block | null {
    const best = this.#lengths[this.#firstLength(length)];
    const [block] = (best === undefined ? undefined : this.#free.get(best)) ?? [];
    if (block === undefined) return null;
    this.#removeFree(block);
    return block;
  }

  #newArena(length: number): Block {
    // What is large gets a region of its own, which is given back as soon as it is free.
    const byteLength = length > ARENA_BYTES / 4 ? length : ARENA_BYTES;
    const arena = { region: this.source.create(byteLength), byteLength };
    this.#arenas.add(arena);
    this.#startingAt.set(arena, new Map());
    this.#endingAt.set(arena, new Map());
    this.#allocated.set(arena, new Set());
    return { arena, start: 0, stop: byteLength };
  }

  #dropArena(arena: Arena): void {
    this.#arenas.delete(arena);
    for (const index of [this.#startingAt, this.#endingAt, this.#allocated]) index.delete(arena);
    this.source.release(arena.region);
  }

  #addFree(block: Block): void {
    const length = block.stop - block.start;
    const same = this.#free.get(length);
    if (same === undefined) {
      this.#free.set(length, new Set([block]));
      this.#lengths.splice(this.#firstLength(length), 0, length);
    } else same.add(block);
    this.#startingAt.get(block.arena)?.set(block.start, block);
    this.#endingAt.get(block.arena)?.set(block.stop, block);
  }

  #removeFree(block: Block): void {
    const length = block.stop - block.start;
    const same = this.#free.get(length);
    same?.delete(block);
    if (same?.size === 0) {
      this.#free.delete(length);
      this.#lengths.splice(this.#firstLength(length), 1);
    }
    this.#startingAt.get(block.arena)?.delete(block.start);
    this.#endingAt.get(block.arena)?.delete(block.stop);
  }

  /** Index of the first length of free blocks that is not smaller. */
  #firstLength(length: number): number {
    let low = 0;
    let high = this.#lengths.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lengths[middle] ?? Infinity) < length) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function aligned(byteLength: number): number {
  return Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
}
