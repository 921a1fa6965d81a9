import { type Handle, offsetOf } from '../memory/handle';
import { WORD_BYTES } from '../memory/layout';
import { current } from './context';
import { type ArenaSource, type Block, Heap } from './heap';
import { close, createRegion } from './system';

/*
 * Small pieces of shared memory: locks, counters, single values. The kernel hands out a region at a time and this process
 * cuts it up, so that making a lock is not a system call. Who gets a cell holds its whole region; what a process has dropped
 * is free again when the last of its region's holders has ended.
 */

export interface Cell {
  /** What a process must hold to use the cell. */
  readonly region: Handle;
  /** Byte offset in the machine's memory; aligned to 64. */
  readonly offset: number;
}

let heap: Heap | null = null;

/** Arenas are regions of the machine's memory. */
const regions: ArenaSource = {
  create: createRegion,
  release: close,
  clear: (offset, byteLength) => current().memory.bytes.fill(0, offset, offset + byteLength),
};

/** A heap that cuts up regions of its own. */
export function createHeap(): Heap {
  return new Heap(regions);
}

/** What this process takes its cells from. */
export function processHeap(): Heap {
  return (heap ??= createHeap());
}

/** Zeros. */
export function createCell(byteLength: number): Cell {
  return cellOf(processHeap().malloc(byteLength));
}

/** Zeros in a region of their own: to close the region gives them back before the process ends. */
export function createCellApart(byteLength: number): Cell {
  const region = createRegion(byteLength);
  return { region, offset: offsetOf(region) };
}

export function cellOf({ arena: { region }, start }: Block): Cell {
  return { region, offset: offsetOf(region) + start };
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
