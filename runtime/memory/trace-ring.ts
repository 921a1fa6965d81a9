import { Header, Slot, TRACE_RING_RECORDS, TraceRecord, slotBase, traceRing } from './layout';
import type { Memory } from './memory';

/*
 * What happens in a process is written into a ring of its own, which the kernel empties many times a second. Nobody waits for
 * that: a program that takes a lock a million times a second fills the ring, what does not fit is counted, and the count is
 * the next record. So tracing costs a look at two words where much happens, and a record where little does.
 */

export const TraceKind = {
  lost: 1,
  text: 2,
  running: 3,
  waitBegan: 4,
  waitEnded: 5,
  objectMade: 6,
  objectPart: 7,
  acquired: 8,
  released: 9,
  sent: 10,
  received: 11,
  valueWritten: 12,
  outputWritten: 13,
  signalReceived: 14,
  threadStarted: 15,
  threadEnded: 16,
  /** Of the kernel. */
  processSpawned: 17,
  processExited: 18,
  signalSent: 19,
} as const;
export type TraceKind = (typeof TraceKind)[keyof typeof TraceKind];

/** Records kept free for what the picture cannot do without: waits, names, and how much was lost. */
const RESERVED = 64;
const THREAD_BITS = 8;
const encoder = new TextEncoder();

/** Bytes of text in one record: all words after the time. */
export const TEXT_BYTES_PER_RECORD = (TraceRecord.words - TraceRecord.place) * 4;
const LONGEST_TEXT = 2 * TEXT_BYTES_PER_RECORD;

/** The one writer of a slot's ring. */
export class TraceWriter {
  /** Number of the green thread that runs; 0 is the main one. */
  thread = 0;
  readonly #words: Int32Array;
  readonly #ring: number;
  readonly #head: number;
  readonly #tail: number;
  #written: number;
  #lost = 0;
  #isHeld = false;

  constructor(
    private readonly memory: Memory,
    slot: number,
    /** Where the program stands. */
    private readonly place: { readonly at: number },
  ) {
    this.#words = memory.words;
    this.#ring = traceRing(slot);
    this.#head = slotBase(slot) + Slot.traceHead;
    this.#tail = slotBase(slot) + Slot.traceTail;
    this.#written = memory.load(this.#tail);
  }

  /** Something that may go missing when too much happens. Answers whether it was recorded. */
  record(kind: TraceKind, object: number, a = 0, b = 0, c = 0, d = 0): boolean {
    // Where much happens the ring is full: this is all that it costs there. A plain read: an old answer only loses an event.
    if (((this.#written - (this.#words[this.#head] ?? 0)) | 0) >= TRACE_RING_RECORDS - RESERVED) {
      this.#lost++;
      return false;
    }
    return this.#fits(TRACE_RING_RECORDS - RESERVED, kind, object, a, b, c, d);
  }

  /** Something the picture cannot do without. */
  recordVital(kind: TraceKind, object: number, a = 0, b = 0, c = 0, d = 0): boolean {
    return this.#fits(TRACE_RING_RECORDS, kind, object, a, b, c, d);
  }

  /** A record and the text that belongs to it, cut off at 48 bytes. */
  recordWithText(kind: TraceKind, object: number, text: string, a = 0, b = 0, c = 0): void {
    const bytes = encoder.encode(text).subarray(0, LONGEST_TEXT);
    const texts = Math.ceil(bytes.length / TEXT_BYTES_PER_RECORD);
    // Published together: whoever collects them in between would take a record whose name is still to come.
    this.#isHeld = true;
    if (this.#fits(TRACE_RING_RECORDS - texts, kind, object, a, b, c, bytes.length)) {
      writeText(bytes, (words) => this.#append(TraceKind.text, words));
    }
    this.#isHeld = false;
    this.memory.store(this.#tail, this.#written);
  }

  #fits(limit: number, kind: TraceKind, object: number, a: number, b: number, c: number, d: number): boolean {
    if (((this.#written - (this.#words[this.#head] ?? 0)) | 0) >= limit) {
      this.#lost++;
      return false;
    }
    const { at } = this.place;
    if (this.#lost > 0) {
      this.#append(TraceKind.lost, [0, 0, this.#lost, 0, 0, 0]);
      this.#lost = 0;
      return this.#fits(limit, kind, object, a, b, c, d);
    }
    const words = this.#words;
    const base = this.#begin(kind);
    words[base + TraceRecord.place] = at;
    words[base + TraceRecord.object] = object;
    words[base + TraceRecord.a] = a;
    words[base + TraceRecord.b] = b;
    words[base + TraceRecord.c] = c;
    words[base + TraceRecord.d] = d;
    this.#publish();
    return true;
  }

  #append(kind: TraceKind, rest: ArrayLike<number>): void {
    this.#words.set(rest, this.#begin(kind) + TraceRecord.place);
    this.#publish();
  }

  #begin(kind: TraceKind): number {
    const base = this.#ring + (this.#written & (TRACE_RING_RECORDS - 1)) * TraceRecord.words;
    this.#words[base + TraceRecord.kind] = kind | (this.thread << THREAD_BITS);
    this.#words[base + TraceRecord.time] = this.memory.stamp();
    return base;
  }

  #publish(): void {
    this.#written = (this.#written + 1) | 0;
    if (!this.#isHeld) this.memory.store(this.#tail, this.#written);
  }
}

/** Cuts text into the words of records. */
export function writeText(bytes: Uint8Array, append: (words: Int32Array) => void): void {
  for (let offset = 0; offset < bytes.length; offset += TEXT_BYTES_PER_RECORD) {
    const words = new Int32Array(TEXT_BYTES_PER_RECORD / 4);
    new Uint8Array(words.buffer).set(bytes.subarray(offset, offset + TEXT_BYTES_PER_RECORD));
    append(words);
  }
}

/** Kernel only: takes all records of a slot, or null when there are none. */
export function takeTrace(memory: Memory, slot: number): Int32Array<ArrayBuffer> | null {
  const base = slotBase(slot);
  const head = memory.load(base + Slot.traceHead);
  const count = (memory.load(base + Slot.traceTail) - head) | 0;
  if (count <= 0) return null;
  const taken = new Int32Array(count * TraceRecord.words);
  const start = head & (TRACE_RING_RECORDS - 1);
  const first = Math.min(count, TRACE_RING_RECORDS - start);
  const ring = traceRing(slot);
  const copy = (from: number, records: number, to: number) =>
    taken.set(
      memory.words.subarray(ring + from * TraceRecord.words, ring + (from + records) * TraceRecord.words),
      to * TraceRecord.words,
    );
  copy(start, first, 0);
  if (first < count) copy(0, count - first, first);
  memory.store(base + Slot.traceHead, (head + count) | 0);
  return taken;
}

/** Slots that have had a worker, and so may have events. */
export function tracedSlots(memory: Memory): number {
  return memory.load(Header.usedSlots);
}
