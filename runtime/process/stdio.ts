import { Pipe, Slot, slotBase } from '../memory/layout';
import { ringKernel } from '../memory/doorbell';
import { wordOf } from '../memory/handle';
import { MAX_RECORD_BYTES, tryAppendOutput } from '../memory/output-ring';
import { FOREVER, WaitKind } from '../memory/parker';
import { WOULD_BLOCK, isReadable, tryRead } from '../memory/pipe';
import { delist, enlist } from '../memory/wait-set';
import { current } from './context';
import { traceOutput } from './trace';

export type Stream = 'stdout' | 'stderr';

const encoder = new TextEncoder();

/** Lines of a flood are encoded here; to allocate bytes for each takes longer than to write them. */
const line = new Uint8Array(4096);
const BYTES_PER_UNIT = 3;

/** Writes text to the terminal; waits when the page cannot keep up. */
export function writeOutput(stream: Stream, text: string): void {
  // First: what runs now, a callback or a handler, may write too.
  current().parker.checkIn();
  const isShort = text.length * BYTES_PER_UNIT <= line.length;
  const bytes = isShort ? line.subarray(0, encoder.encodeInto(text, line).written) : encoder.encode(text);
  traceOutput(stream === 'stdout' ? 1 : 2, bytes.length);
  for (let start = 0; start < bytes.length; start += MAX_RECORD_BYTES) {
    append(stream === 'stdout' ? 1 : 2, bytes.subarray(start, start + MAX_RECORD_BYTES));
  }
}

function append(stream: number, bytes: Uint8Array): void {
  const { memory, parker, slot } = current();
  if (tryAppendOutput(memory, slot, stream, bytes)) return;
  const blocked = slotBase(slot) + Slot.outputBlocked;
  memory.store(blocked, 1);
  ringKernel(memory);
  try {
    // So may what runs while this waits.
    const kept = bytes.slice();
    const attempt = () => tryAppendOutput(memory, slot, stream, kept);
    parker.waitUntil(attempt, FOREVER, { kind: WaitKind.output, object: slot });
  } finally {
    memory.store(blocked, 0);
  }
}

/** Stdin of this process: what the reader types for MainProcess, nothing for its children, as spawn has it. */
export class Input {
  readonly #decoder = new TextDecoder();
  #buffered = '';
  #ended: boolean;

  constructor(private readonly handle: number | null) {
    this.#ended = handle === null;
  }

  /** The next line with its newline; an empty string at the end of file. */
  readLine(): string {
    let end = this.#buffered.indexOf('\n');
    while (end === -1 && !this.#ended) {
      this.#fill();
      end = this.#buffered.indexOf('\n');
    }
    return this.#take(end === -1 ? this.#buffered.length : end + 1);
  }

  /** Everything up to the end of file. */
  readAll(): string {
    while (!this.#ended) this.#fill();
    return this.#take(this.#buffered.length);
  }

  #take(length: number): string {
    const text = this.#buffered.slice(0, length);
    this.#buffered = this.#buffered.slice(length);
    return text;
  }

  #fill(): void {
    if (this.handle === null) return;
    const bytes = new Uint8Array(4096);
    const count = waitForInput(this.handle, bytes);
    this.#ended = count === 0;
    this.#buffered += this.#decoder.decode(bytes.subarray(0, count), { stream: count > 0 });
  }
}

/** Like a read from a pipe, but the kernel is told, so that the page can ask for a line. */
function waitForInput(handle: number, target: Uint8Array): number {
  const { memory, parker, slot } = current();
  const pipe = wordOf(handle);
  let count = WOULD_BLOCK;
  const attempt = () => {
    enlist(memory, pipe + Pipe.readWaiters, slot);
    if (!isReadable(memory, pipe)) {
      // The kernel feeds the pipe when it is rung, and tells the page when somebody waits.
      ringKernel(memory);
      return false;
    }
    // Before the pipe is emptied, or the kernel would see an empty pipe and somebody who waits for it.
    memory.store(slotBase(slot) + Slot.waitKind, WaitKind.none);
    count = tryRead(memory, pipe, slot, target);
    return count !== WOULD_BLOCK;
  };
  try {
    parker.waitUntil(attempt, FOREVER, { kind: WaitKind.input, object: handle });
  } finally {
    delist(memory, pipe + Pipe.readWaiters, slot);
    ringKernel(memory);
  }
  return count;
}
