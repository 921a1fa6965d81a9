import { Header, OUTPUT_RING_BYTES, Slot, WORD_BYTES, layout, outputRing, slotBase } from './layout';
import { ringKernel } from './doorbell';
import type { Memory } from './memory';
import { ring } from './park';

/*
 * Every process writes output into a ring of its own, so nothing it does, or fails to finish when killed, can hold up
 * another. A ticket gives each record its place among all. The kernel looks at the ticket counter first and takes
 * only records below it: what happened before such a record is then visible, so causes come before effects.
 */

/**
 * A record is this header and its bytes, padded to a word. It never wraps around the ring's end inside the header.
 *
 * | field | in the ring | on its way to the page |
 * | --- | --- | --- |
 * | from | ticket | pid |
 * | stream | 1 stdout, 2 stderr | same |
 * | time | 10 µs since the machine began | same |
 * | length | bytes that follow | same |
 */
export const OutputRecord = layout({ from: 1, stream: 1, time: 1, length: 1 });

/** Longer writes are split, so that one process cannot fill a whole batch. */
export const MAX_RECORD_BYTES = 16 * 1024;

const HEADER_BYTES = OutputRecord.words * WORD_BYTES;

export function tryAppendOutput(memory: Memory, slot: number, stream: number, bytes: Uint8Array): boolean {
  const base = slotBase(slot);
  const tail = memory.load(base + Slot.outputTail);
  const size = recordBytes(bytes.length);
  const used = (tail - memory.load(base + Slot.outputHead)) | 0;
  if (OUTPUT_RING_BYTES - used < size) return false;

  const start = outputRing(slot);
  const header = (start + ringIndex(tail)) / WORD_BYTES;
  memory.words[header + OutputRecord.from] = memory.add(Header.outputTicket, 1);
  memory.words[header + OutputRecord.stream] = stream;
  memory.words[header + OutputRecord.time] = memory.stamp();
  memory.words[header + OutputRecord.length] = bytes.length;
  const at = ringIndex(tail + HEADER_BYTES);
  const first = Math.min(bytes.length, OUTPUT_RING_BYTES - at);
  memory.bytes.set(bytes.subarray(0, first), start + at);
  if (first < bytes.length) memory.bytes.set(bytes.subarray(first), start);
  memory.store(base + Slot.outputTail, (tail + size) | 0);

  if (memory.load(Header.outputWanted) !== 0) ringKernel(memory);
  return true;
}

export function hasOutput(memory: Memory, slot: number): boolean {
  const base = slotBase(slot);
  return memory.load(base + Slot.outputTail) !== memory.load(base + Slot.outputHead);
}

export function hasAnyOutput(memory: Memory): boolean {
  return readable(memory).length > 0;
}

/**
 * Kernel only: moves records into a batch in order of their tickets, as many as fit, and wakes those who waited.
 *
 * @param at - where the batch ends so far, in bytes.
 * @returns where it ends now.
 */
export function takeOutput(memory: Memory, batch: Uint8Array<ArrayBuffer>, at: number): number {
  const horizon = memory.load(Header.outputTicket);
  const sources = readable(memory);
  let end = at;
  for (let slot = earliest(memory, sources, horizon); slot !== -1; slot = earliest(memory, sources, horizon)) {
    const size = takeRecord(memory, slot, batch, end);
    if (size === 0) break;
    end += size;
  }
  if (end === at) return at;
  for (const slot of sources) if (memory.load(slotBase(slot) + Slot.outputBlocked) !== 0) ring(memory, slot);
  return end;
}

function readable(memory: Memory): number[] {
  const slots: number[] = [];
  const used = memory.load(Header.usedSlots);
  for (let slot = 0; slot < used; slot++) if (hasOutput(memory, slot)) slots.push(slot);
  return slots;
}

/** The slot whose next record comes first, or −1. */
function earliest(memory: Memory, slots: readonly number[], horizon: number): number {
  let best = -1;
  let bestTicket = horizon;
  for (const slot of slots) {
    if (!hasOutput(memory, slot)) continue;
    const head = memory.load(slotBase(slot) + Slot.outputHead);
    const ticket = memory.load((outputRing(slot) + ringIndex(head)) / WORD_BYTES + OutputRecord.from);
    if (((ticket - bestTicket) | 0) < 0) {
      best = slot;
      bestTicket = ticket;
    }
  }
  return best;
}

/** Copies the next record of a process, or nothing when the batch is too full for it. */
function takeRecord(memory: Memory, slot: number, batch: Uint8Array<ArrayBuffer>, end: number): number {
  const base = slotBase(slot);
  const start = outputRing(slot);
  const head = memory.load(base + Slot.outputHead);
  const header = (start + ringIndex(head)) / WORD_BYTES;
  const length = memory.load(header + OutputRecord.length);
  const size = recordBytes(length);
  if (end + size > batch.length) return 0;

  const fields = new Int32Array(batch.buffer, end, OutputRecord.words);
  fields[OutputRecord.from] = memory.load(base + Slot.pid);
  fields[OutputRecord.stream] = memory.load(header + OutputRecord.stream);
  fields[OutputRecord.time] = memory.load(header + OutputRecord.time);
  fields[OutputRecord.length] = length;
  const at = ringIndex(head + HEADER_BYTES);
  const first = Math.min(length, OUTPUT_RING_BYTES - at);
  batch.set(memory.bytes.subarray(start + at, start + at + first), end + HEADER_BYTES);
  if (first < length) batch.set(memory.bytes.subarray(start, start + length - first), end + HEADER_BYTES + first);

  memory.store(base + Slot.outputHead, (head + size) | 0);
  return size;
}

/** Word-aligned records in a ring that is a multiple of 16 bytes: a header of 16-byte aligned records never wraps. */
function recordBytes(length: number): number {
  return (HEADER_BYTES + length + HEADER_BYTES - 1) & ~(HEADER_BYTES - 1);
}

function ringIndex(position: number): number {
  return position & (OUTPUT_RING_BYTES - 1);
}
