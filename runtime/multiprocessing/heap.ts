import { type Cell, cellOf, createHeap as newHeap, memoryView, processHeap } from '../process/cells';
import type { Heap } from '../process/heap';
import { reduce } from '../stdlib/pickle';
import { assertSpawning, internal, passHandle } from './reduction';

export * as default from './heap';
export type { Arena, Block, Heap } from '../process/heap';

/**
 * A heap of its own, beside the one that values, arrays and locks come from.
 * @python multiprocessing.heap.Heap - made by a function; blocks are given back by `free()`, and counted by methods.
 * @example
 * import { BufferWrapper, createHeap } from 'multiprocessing/heap';
 *
 * const heap = createHeap();
 * new BufferWrapper(1000, heap).free();
 * console.log(heap.arenas().length);
 */
export function createHeap(): Heap {
  return newHeap();
}

/**
 * Bytes in shared memory that a process and those it starts have in common.
 *
 * @param size - how many bytes; they are zeros at first.
 * @param heap - where they come from; default this process's, as for values and arrays.
 * @throws ValueError - a negative size.
 * @throws MemoryError - the machine's memory has no room.
 * @python multiprocessing.heap.BufferWrapper - given back by `free()`: nothing is collected in a process that blocks.
 * @see CPython 3.11 Lib/multiprocessing/heap.py
 * @example
 * import { BufferWrapper } from 'multiprocessing/heap';
 *
 * const buffer = new BufferWrapper(16);
 * buffer.createMemoryview()[0] = 1;
 * buffer.free();
 */
export class BufferWrapper {
  readonly #size: number;
  readonly #cell: Cell;
  #free: (() => void) | null = null;

  constructor(size: number, heap: Heap | Cell = processHeap()) {
    this.#size = size;
    if ('region' in heap) this.#cell = heap;
    else {
      const block = heap.malloc(size);
      this.#cell = cellOf(block);
      this.#free = () => heap.free(block);
    }
  }

  /** The bytes. */
  createMemoryview(): Uint8Array {
    return new Uint8Array(memoryView().buffer, this.#cell.offset, this.#size);
  }

  /** Gives the bytes back; only who made them can, and then nobody may use them any more. */
  free(): void {
    this.#free?.();
    this.#free = null;
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    passHandle(this.#cell.region);
    return [attach, [this.#size, this.#cell]];
  }
}

const attach = internal('BufferWrapper', (size: number, cell: Cell) => new BufferWrapper(size, cell));
