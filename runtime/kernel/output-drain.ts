import { Header } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { takeOutput } from '../memory/output-ring';

/** Some thousand lines: more between two frames would leave a slow computer no time to draw them. */
const BATCH_BYTES = 192 * 1024;

/**
 * Sends output to the page, one batch at a time: the next only after the page has shown the last. Until then output
 * is gathered up to the size of a batch; after that processes wait.
 */
export class OutputDrain {
  readonly #batch = new Uint8Array(BATCH_BYTES);
  #length = 0;
  #pageIsReady = true;

  constructor(
    private readonly memory: Memory,
    private readonly send: (records: Uint8Array<ArrayBuffer>) => void,
  ) {
    memory.store(Header.outputWanted, 1);
  }

  /** Nothing waits for the page. */
  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** The page has shown what it got. */
  resume(): void {
    this.#pageIsReady = true;
    // First the wish, then the look: a process that writes between the two rings the bell.
    this.memory.store(Header.outputWanted, 1);
    this.drain();
  }

  drain(): void {
    this.#length = takeOutput(this.memory, this.#batch, this.#length);
    if (!this.#pageIsReady || this.#length === 0) return;
    this.#pageIsReady = false;
    // A process rings again when its ring is full.
    this.memory.store(Header.outputWanted, 0);
    this.send(this.#batch.slice(0, this.#length));
    this.#length = 0;
  }
}
