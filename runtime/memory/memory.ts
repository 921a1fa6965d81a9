import { HEAP_OFFSET, Header, WORD_BYTES } from './layout';

export const STAMPS_PER_MS = 100;

export const DEFAULT_MEMORY_BYTES = 96 * 1024 * 1024;

/** A machine's shared memory with its views. Stateless: every worker of the machine attaches its own. */
export class Memory {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** From this worker's clock to the machine's. Asking for `timeOrigin` each time would cost more than the clock. */
  readonly #shiftMs: number;

  private constructor(readonly buffer: SharedArrayBuffer) {
    this.words = new Int32Array(buffer);
    this.bytes = new Uint8Array(buffer);
    const epoch = new Float64Array(buffer, Header.epochLow * WORD_BYTES, 1)[0] ?? 0;
    this.#shiftMs = performance.timeOrigin - epoch;
  }

  static isSupported(): boolean {
    return typeof SharedArrayBuffer === 'function';
  }

  static create(byteLength = DEFAULT_MEMORY_BYTES): Memory {
    if (byteLength < HEAP_OFFSET) {
      throw new RangeError(`Cannot make a machine: memory needs at least ${HEAP_OFFSET} bytes: ${byteLength}`);
    }
    const buffer = new SharedArrayBuffer(byteLength);
    new Float64Array(buffer, Header.epochLow * WORD_BYTES, 1)[0] = performance.timeOrigin + performance.now();
    return new Memory(buffer);
  }

  static attach(buffer: SharedArrayBuffer): Memory {
    return new Memory(buffer);
  }

  /** Milliseconds since the machine was made: one clock for all its workers. */
  now(): number {
    return performance.now() + this.#shiftMs;
  }

  /** A time in 10 µs as a word that wraps around every six hours; compare by subtraction. */
  stamp(timeMs = this.now()): number {
    return (timeMs * STAMPS_PER_MS) | 0;
  }

  load(word: number): number {
    return Atomics.load(this.words, word);
  }

  store(word: number, value: number): void {
    Atomics.store(this.words, word, value);
  }

  add(word: number, value: number): number {
    return Atomics.add(this.words, word, value);
  }

  exchange(word: number, value: number): number {
    return Atomics.exchange(this.words, word, value);
  }

  /** Answers what the word held; equal to `expected` when the swap happened. */
  compareExchange(word: number, expected: number, value: number): number {
    return Atomics.compareExchange(this.words, word, expected, value);
  }

  setBits(word: number, bits: number): number {
    return Atomics.or(this.words, word, bits);
  }

  clearBits(word: number, bits: number): number {
    return Atomics.and(this.words, word, ~bits);
  }

  /** A private copy of a stretch of bytes. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const copy = new Uint8Array(length);
    copy.set(this.bytes.subarray(offset, offset + length));
    return copy;
  }
}
