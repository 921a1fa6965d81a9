import { WORD_BYTES } from '../memory/layout';
import { STAMPS_PER_MS } from '../memory/memory';
import { OutputRecord as Header } from '../memory/output-ring';
import type { OutputRecord } from './machine-snapshot';

const HEADER_BYTES = Header.words * WORD_BYTES;

/** Turns the kernel's batches into text. A character that a process wrote in two halves is put together again. */
export class OutputDecoder {
  readonly #decoders = new Map<string, TextDecoder>();

  decode(batch: Uint8Array<ArrayBuffer>): OutputRecord[] {
    const records: OutputRecord[] = [];
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    const field = (offset: number, word: number) => view.getInt32(offset + word * WORD_BYTES, true);
    for (let offset = 0; offset + HEADER_BYTES <= batch.byteLength; ) {
      const length = field(offset, Header.length);
      const start = offset + HEADER_BYTES;
      if (length < 0 || start + length > batch.byteLength) break;
      const pid = field(offset, Header.from);
      const stream = field(offset, Header.stream) === 2 ? 'stderr' : 'stdout';
      const text = this.#decoderOf(pid, stream).decode(batch.subarray(start, start + length), { stream: true });
      const timeMs = (field(offset, Header.time) >>> 0) / STAMPS_PER_MS;
      if (text !== '') records.push({ pid, stream, timeMs, text });
      offset = start + Math.ceil(length / HEADER_BYTES) * HEADER_BYTES;
    }
    return records;
  }

  #decoderOf(pid: number, stream: string): TextDecoder {
    const key = `${pid} ${stream}`;
    let decoder = this.#decoders.get(key);
    if (decoder === undefined) this.#decoders.set(key, (decoder = new TextDecoder()));
    return decoder;
  }
}
