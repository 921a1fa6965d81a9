import { Header } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { takeOutput } from '../memory/output-ring';

/** What the page shows in one frame. */
const BATCH_BYTES = 64 * 1024;

/** Sends output to the page, one batch at a time: the next only after the page has shown the last. */
export class OutputDrain {
  #pageIsReady = true;

  constructor(
    private readonly memory: Memory,
    private readonly send: (records: Uint8Array<ArrayBuffer>) => void,
  ) {
    memory.store(Header.outputWanted, 1);
  }

  /** The page has shown what it got. */
  resume(): void {
    this.#pageIsReady = true;
    // First the wish, then the look: a process that writes between the two rings the bell.
    this.memory.store(Header.outputWanted, 1);
    this.drain();
  }

  drain(): void {
    if (!this.#pageIsReady) return;
    const records = takeOutput(this.memory, BATCH_BYTES);
    if (records === null) return;
    this.#pageIsReady = false;
    this.memory.store(Header.outputWanted, 0);
    this.send(records);
  }
}
