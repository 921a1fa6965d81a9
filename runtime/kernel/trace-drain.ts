import { Slot, TraceRecord, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { TraceKind, takeTrace, tracedSlots, writeText } from '../memory/trace-ring';

/** About as often as the page draws. */
const PERIOD_MS = 30;
const LONGEST_NAME_BYTES = 96;
const encoder = new TextEncoder();

/**
 * Collects what the processes have recorded, adds what only the kernel knows, and sends it to the page: runs of records, each
 * after its pid and its length in words. The next batch goes when the page has taken the last.
 */
export class TraceDrain {
  #runs: Int32Array[] = [];
  #pageIsReady = true;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly memory: Memory,
    private readonly send: (records: Int32Array<ArrayBuffer>) => void,
  ) {
    this.#timer = setInterval(() => this.#tick(), PERIOD_MS);
  }

  /** The page has taken what it got. */
  resume(): void {
    this.#pageIsReady = true;
  }

  spawned(pid: number, parentPid: number, name: string, timeMs: number): void {
    const bytes = encoder.encode(name).subarray(0, LONGEST_NAME_BYTES);
    const stamp = this.memory.stamp(timeMs);
    const records = [...record(TraceKind.processSpawned, stamp, parentPid, 0, 0, 0, bytes.length)];
    writeText(bytes, (words) => records.push(TraceKind.text, stamp, ...words));
    this.#run(pid, Int32Array.from(records));
  }

  exited(pid: number, slot: number, status: number, timeMs: number): void {
    this.collect(slot);
    this.#run(pid, record(TraceKind.processExited, this.memory.stamp(timeMs), 0, status));
  }

  /** @param sender - pid of the process that sent it; 0 is the reader. */
  signalled(pid: number, sender: number, signal: number): void {
    this.#run(pid, record(TraceKind.signalSent, this.memory.stamp(), sender, signal));
  }

  /** Takes the events of a slot that is about to be given to somebody else. */
  collect(slot: number): void {
    const pid = this.memory.load(slotBase(slot) + Slot.pid);
    const taken = takeTrace(this.memory, slot);
    if (taken !== null && pid !== 0) this.#run(pid, taken);
  }

  /** Sends everything, whether or not the page is ready: the machine ends. */
  finish(): void {
    clearInterval(this.#timer);
    this.#collectAll();
    this.#flush();
  }

  #tick(): void {
    if (!this.#pageIsReady) return;
    this.#collectAll();
    this.#flush();
  }

  #collectAll(): void {
    const used = tracedSlots(this.memory);
    for (let slot = 0; slot < used; slot++) this.collect(slot);
  }

  #flush(): void {
    if (this.#runs.length === 0) return;
    const total = this.#runs.reduce((sum, run) => sum + run.length, 0);
    const batch = new Int32Array(total);
    let offset = 0;
    for (const run of this.#runs) {
      batch.set(run, offset);
      offset += run.length;
    }
    this.#runs = [];
    this.#pageIsReady = false;
    this.send(batch);
  }

  #run(pid: number, records: Int32Array): void {
    this.#runs.push(Int32Array.of(pid, records.length), records);
  }
}

function record(kind: TraceKind, stamp: number, object: number, a = 0, b = 0, c = 0, d = 0): Int32Array {
  const words = new Int32Array(TraceRecord.words);
  words.set([kind, stamp, 0, object, a, b, c, d]);
  return words;
}
