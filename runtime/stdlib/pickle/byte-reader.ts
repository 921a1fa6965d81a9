import { UnpicklingError } from './errors';
import { TextForm } from './tags';

/** Joining character to character is fastest for the shortest texts, for the longest a TextDecoder is. */
const MAX_JOINED_TEXT = 4;
const MAX_LOOPED_TEXT = 32;
const TRUNCATED = 'pickle data was truncated';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads what ByteWriter wrote; every method throws UnpicklingError rather than read past the end. */
export class ByteReader {
  #at = 0;
  readonly #view: DataView;
  readonly #keys: string[] = [];

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    const value = this.bytes[this.#at];
    if (value === undefined) throw new UnpicklingError(TRUNCATED);
    this.#at++;
    return value;
  }

  uint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      const next = this.byte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value >>> 0;
    }
    throw new UnpicklingError('number is too long');
  }

  /** What `ByteWriter.setCount` wrote. */
  uint32(): number {
    return this.int32() >>> 0;
  }

  int32(): number {
    return this.#view.getInt32(this.#skip(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#skip(8), true);
  }

  int64(): bigint {
    return this.#view.getBigInt64(this.#skip(8), true);
  }

  /** A copy. */
  raw(count: number): Uint8Array<ArrayBuffer> {
    const at = this.#skip(count);
    return this.bytes.slice(at, at + count);
  }

  key(): string {
    const head = this.uint();
    if ((head & 3) !== TextForm.again) {
      const text = this.#text(head);
      this.#keys.push(text);
      return text;
    }
    const key = this.#keys[head >>> 2];
    if (key === undefined) throw new UnpicklingError(`Memo value not found at index ${head >>> 2}`);
    return key;
  }

  text(): string {
    return this.#text(this.uint());
  }

  #text(head: number): string {
    const length = head >>> 2;
    switch (head & 3) {
      case TextForm.ascii:
        return length <= MAX_LOOPED_TEXT ? this.#ascii(length) : this.#utf8(length);
      case TextForm.utf8:
        return this.#utf8(length);
      case TextForm.utf16:
        return this.#utf16(length);
      default:
        throw new UnpicklingError('a text refers to a key');
    }
  }

  #ascii(length: number): string {
    const start = this.#skip(length);
    if (length <= MAX_JOINED_TEXT) {
      let text = '';
      for (let at = start; at < start + length; at++) text += String.fromCharCode(this.bytes[at] ?? 0);
      return text;
    }
    const codes = new Array<number>(length);
    for (let index = 0; index < length; index++) codes[index] = this.bytes[start + index] ?? 0;
    return String.fromCharCode.apply(null, codes);
  }

  #utf8(length: number): string {
    const at = this.#skip(length);
    try {
      return decoder.decode(this.bytes.subarray(at, at + length));
    } catch {
      throw new UnpicklingError("'utf-8' codec can't decode bytes");
    }
  }

  #utf16(length: number): string {
    const start = this.#skip(length * 2);
    const pieces: string[] = [];
    for (let index = 0; index < length; index++) {
      pieces.push(String.fromCharCode(this.#view.getUint16(start + index * 2, true)));
    }
    return pieces.join('');
  }

  #skip(count: number): number {
    this.#need(count);
    const at = this.#at;
    this.#at += count;
    return at;
  }

  #need(count: number): void {
    if (count > this.bytes.length - this.#at) throw new UnpicklingError(TRUNCATED);
  }
}
