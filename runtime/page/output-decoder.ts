import { WORD_BYTES } from '../memory/layout';
import { STAMPS_PER_MS } from '../memory/memory';
import { OutputRecord as Header } from '../memory/output-ring';
import type { OutputRecord } from './machine-snapshot';

const HEADER_BYTES = Header.words * WORD_BYTES;
/** What was written later than this after the first of a record begins another: one can ask what was there at a moment. */
const RECORD_MS = 1;

/** Records in a row of one process and stream. Their bytes lie in the batch without gaps. */
interface Run {
  readonly pid: number;
  readonly stream: OutputRecord['stream'];
  readonly stamp: number;
  readonly start: number;
  end: number;
}

/** Turns the kernel's batches into text. A character that a process wrote in two halves is put together again. */
export class OutputDecoder {
  readonly #decoders = new Map<string, TextDecoder>();

  /** @param batch - is taken over, and written to. */
  decode(batch: Uint8Array<ArrayBuffer>): OutputRecord[] {
    const records: OutputRecord[] = [];
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    const field = (offset: number, word: number) => view.getInt32(offset + word * WORD_BYTES, true);
    let run: Run | undefined;
    for (let offset = 0; offset + HEADER_BYTES <= batch.byteLength; ) {
      const length = field(offset, Header.length);
      const start = offset + HEADER_BYTES;
      const end = start + length;
      if (length < 0 || end > batch.byteLength) break;
      const pid = field(offset, Header.from);
      const stream = field(offset, Header.stream) === 2 ? 'stderr' : 'stdout';
      const stamp = field(offset, Header.time) >>> 0;
      if (run?.pid === pid && run.stream === stream && stamp - run.stamp < RECORD_MS * STAMPS_PER_MS) {
        batch.copyWithin(run.end, start, end);
        run.end += length;
      } else {
        if (run) this.#finish(run, batch, records);
        run = { pid, stream, stamp, start, end };
      }
      offset = start + Math.ceil(length / HEADER_BYTES) * HEADER_BYTES;
    }
    if (run) this.#finish(run, batch, records);
    return records;
  }

  #finish({ pid, stream, stamp, start, end }: Run, batch: Uint8Array<ArrayBuffer>, records: OutputRecord[]): void {
    const text = this.#decoderOf(pid, stream).decode(batch.subarray(start, end), { stream: true });
    if (text !== '') records.push({ pid, stream, timeMs: stamp / STAMPS_PER_MS, text });
  }

  #decoderOf(pid: number, stream: string): TextDecoder {
    const key = `${pid} ${stream}`;
    let decoder = this.#decoders.get(key);
    if (decoder === undefined) this.#decoders.set(key, (decoder = new TextDecoder()));
    return decoder;
  }
}
