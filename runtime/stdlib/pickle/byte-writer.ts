import { TextForm } from './tags';

const INITIAL_BYTES = 16 * 1024;
/** A larger buffer is not kept for the next pickle. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;
/** Longer texts are faster with a TextEncoder. */
const MAX_LOOPED_TEXT = 48;
const LONGEST_UINT = 5;

const encoder = new TextEncoder();
const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(INITIAL_BYTES);
  #length = 0;
  readonly #keys = new Map<string, number>();

  /** What was written since it was cleared, in place: good until something is written again. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    if (this.#keys.size > 0) this.#keys.clear();
    if (this.#bytes.length > MAX_KEPT_BYTES) this.#bytes = new Uint8Array(INITIAL_BYTES);
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** An integer from 0 to 2³² − 1. */
  uint(value: number): void {
    this.#reserve(LONGEST_UINT);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  int32(value: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = value;
    bytes[at + 1] = value >> 8;
    bytes[at + 2] = value >> 16;
    bytes[at + 3] = value >> 24;
    this.#length = at + 4;
  }

  float64(value: number): void {
    scratch.setFloat64(0, value, true);
    this.raw(scratchBytes);
  }

  int64(value: bigint): void {
    scratch.setBigInt64(0, value, true);
    this.raw(scratchBytes);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Leaves room for a count that is known only later; see `setCount`. */
  reserveCount(): number {
    this.int32(0);
    return this.#length - 4;
  }

  setCount(at: number, count: number): void {
    const end = this.#length;
    this.#length = at;
    this.int32(count);
    this.#length = end;
  }

  /** A text that is likely to occur again in the same pickle: its second time takes a byte or two. */
  key(text: string): void {
    const index = this.#keys.get(text);
    if (index !== undefined) return this.uint((index << 2) | TextForm.again);
    this.#keys.set(text, this.#keys.size);
    this.text(text);
  }

  text(text: string): void {
    if (text.length <= MAX_LOOPED_TEXT && this.#tryAscii(text)) return;
    this.#reserve(LONGEST_UINT + text.length * 3);
    const start = this.#length + LONGEST_UINT;
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(start));
    if (written === text.length) this.#paddedUint(written * 4 + TextForm.ascii);
    else if (isWellFormed(text)) this.#paddedUint(written * 4 + TextForm.utf8);
    else return this.#utf16(text);
    this.#length = start + written;
  }

  #tryAscii(text: string): boolean {
    const { length } = text;
    this.#reserve(LONGEST_UINT + length);
    const start = this.#length;
    this.uint((length << 2) | TextForm.ascii);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) {
        this.#length = start;
        return false;
      }
      bytes[at++] = unit;
    }
    this.#length = at;
    return true;
  }

  #utf16(text: string): void {
    this.uint(text.length * 4 + TextForm.utf16);
    this.#reserve(text.length * 2);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      this.#bytes[this.#length++] = unit;
      this.#bytes[this.#length++] = unit >> 8;
    }
  }

  /** Always LONGEST_UINT bytes, for a number that is known only when what follows has been written. */
  #paddedUint(value: number): void {
    let rest = value;
    for (let index = 1; index < LONGEST_UINT; index++) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  #reserve(count: number): void {
    if (this.#length + count > this.#bytes.length) this.#grow(count);
  }

  #grow(count: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
