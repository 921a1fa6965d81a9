import { type Handle, offsetOf } from '../memory/handle';
import { WORD_BYTES } from '../memory/layout';
import { current } from './context';
import { createRegion } from './system';

/*
 * Small pieces of shared memory: locks, counters, single values. The kernel hands out a region at a time and this process
 * cuts it up, so that making a lock is not a system call. Who gets a cell holds its whole region; what a process has dropped
 * is free again when the last of its region's holders has ended.
 */

/** A cache line: two locks that are used by different processors do not get in each other's way. */
const CELL_BYTES = 64;
const REGION_BYTES = 32 * 1024;

export interface Cell {
  /** What a process must hold to use the cell. */
  readonly region: Handle;
  /** Byte offset in the machine's memory; aligned to 64. */
  readonly offset: number;
}

let region: Handle = 0;
let used = REGION_BYTES;

/** Zeros. */
export function createCell(byteLength: number): Cell {
  const length = Math.max(CELL_BYTES, (byteLength + CELL_BYTES - 1) & ~(CELL_BYTES - 1));
  if (length > REGION_BYTES / 4) {
    const own = createRegion(length);
    return { region: own, offset: offsetOf(own) };
  }
  if (used + length > REGION_BYTES) {
    region = createRegion(REGION_BYTES);
    used = 0;
  }
  const offset = offsetOf(region) + used;
  used += length;
  return { region, offset };
}

export function loadWord({ offset }: Cell, index = 0): number {
  return current().memory.load(offset / WORD_BYTES + index);
}

export function storeWord({ offset }: Cell, index: number, value: number): void {
  current().memory.store(offset / WORD_BYTES + index, value);
}

let view: DataView | null = null;

/** All memory of the machine, for whoever has a cell and its offset. */
export function memoryView(): DataView {
  return (view ??= new DataView(current().memory.buffer));
}
