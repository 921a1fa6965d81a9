import { HEAP_OFFSET } from './layout';
import type { Memory } from './memory';

const ALIGNMENT = 64;

/** Hands out regions of a machine's memory, first fit. Lives in the kernel alone: nobody else can leave it half done. */
export class Allocator {
  /** Free stretches, ascending by offset, never touching each other. */
  readonly #free: { offset: number; length: number }[];
  readonly #regions = new Map<number, number>();

  constructor(private readonly memory: Memory) {
    this.#free = [{ offset: HEAP_OFFSET, length: (memory.bytes.length - HEAP_OFFSET) & ~(ALIGNMENT - 1) }];
  }

  get freeBytes(): number {
    return this.#free.reduce((sum, stretch) => sum + stretch.length, 0);
  }

  /**
   * A region, or null when there is no room.
   * @param zeroed - how many of its bytes are zero; the others are whatever was there before. Default all.
   */
  allocate(byteLength: number, zeroed = byteLength): number | null {
    const length = Math.max(ALIGNMENT, (byteLength + ALIGNMENT - 1) & ~(ALIGNMENT - 1));
    const index = this.#free.findIndex((stretch) => stretch.length >= length);
    const stretch = this.#free[index];
    if (byteLength < 0 || byteLength > this.memory.bytes.length || stretch === undefined) return null;
    const offset = stretch.offset;
    stretch.offset += length;
    stretch.length -= length;
    if (stretch.length === 0) this.#free.splice(index, 1);
    this.#regions.set(offset, length);
    this.memory.bytes.fill(0, offset, offset + zeroed);
    return offset;
  }

  /** Answers false when no region begins there. */
  release(offset: number): boolean {
    const length = this.#regions.get(offset);
    if (length === undefined) return false;
    this.#regions.delete(offset);
    let index = this.#free.findIndex((stretch) => stretch.offset > offset);
    if (index === -1) index = this.#free.length;
    this.#free.splice(index, 0, { offset, length });
    this.#merge(index);
    this.#merge(index - 1);
    return true;
  }

  #merge(index: number): void {
    const left = this.#free[index];
    const right = this.#free[index + 1];
    if (left === undefined || right === undefined || left.offset + left.length !== right.offset) return;
    left.length += right.length;
    this.#free.splice(index + 1, 1);
  }
}
