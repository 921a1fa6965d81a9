import { TraceRecord } from '../memory/layout';
import { decodeTrace, type DecodedEvent, namesOf } from './decode';
import type { TraceEvent } from './event';

/** More than that a page need not remember. The oldest go first, and `lost` counts them. */
export const MOST_EVENTS = 200_000;
const DROPPED_AT_ONCE = 20_000;
/** … and of what nobody has asked about yet, as the kernel's words. */
const MOST_WORDS = MOST_EVENTS * TraceRecord.words;

/**
 * The events of one run, in the order of time. It grows while the machine runs; `version` tells that it has. What the kernel sends is
 * decoded when somebody asks: a run that nobody looks at costs its page next to nothing.
 */
export class Recording {
  readonly #events: TraceEvent[] = [];
  readonly #files: readonly string[];
  /** Not decoded yet, the oldest first. */
  #batches: Int32Array[] = [];
  #words = 0;
  #next = 0;
  #version = 0;
  #lost = 0;

  /** @param files - names of the program's modules, in the order of its image. */
  constructor(files: readonly string[] = []) {
    this.#files = files;
  }

  get events(): readonly TraceEvent[] {
    this.#decode();
    return this.#events;
  }

  get version(): number {
    return this.#version;
  }

  /** Events that are not here: too many at once in a process, or too many in all. */
  get lost(): number {
    this.#decode();
    return this.#lost;
  }

  /** Takes a batch as the kernel sends it. */
  append(batch: Int32Array): void {
    if (batch.length === 0) return;
    this.#batches.push(batch);
    this.#words += batch.length;
    if (this.#words > MOST_WORDS) this.#thin();
    this.#version++;
  }

  appendEvents(decoded: readonly DecodedEvent[]): void {
    if (decoded.length === 0) return;
    this.#decode();
    this.#insertAll(decoded);
    this.#version++;
  }

  #decode(): void {
    if (this.#batches.length === 0) return;
    const batches = this.#batches;
    this.#batches = [];
    this.#words = 0;
    for (const batch of batches) this.#insertAll(decodeTrace(batch, this.#files));
  }

  /** Of the older half of what waits, only who the processes and objects are stays. */
  #thin(): void {
    const half = Math.ceil(this.#batches.length / 2);
    this.#batches = this.#batches.map((batch, index) => {
      if (index >= half) return batch;
      const { names, omitted } = namesOf(batch);
      this.#lost += omitted;
      return names;
    });
    this.#words = this.#batches.reduce((sum, { length }) => sum + length, 0);
  }

  #insertAll(decoded: readonly DecodedEvent[]): void {
    for (const event of decoded) {
      if (event.type === 'trace/lost') this.#lost += event.count;
      this.#insert({ ...event, index: this.#next++ });
    }
    if (this.#events.length > MOST_EVENTS) this.#lost += this.#forget(DROPPED_AT_ONCE);
  }

  /** A batch may hold something a little older than the last of the batch before. */
  #insert(event: TraceEvent): void {
    let place = this.#events.length;
    while (place > 0 && (this.#events[place - 1]?.timeMs ?? 0) > event.timeMs) place--;
    if (place === this.#events.length) this.#events.push(event);
    else this.#events.splice(place, 0, event);
  }

  /** Drops the oldest, but not what says who the processes and objects are. */
  #forget(count: number): number {
    const old = this.#events.slice(0, count);
    const kept = old.filter(({ type }) => type === 'process/spawned' || type === 'object/made' || type === 'object/joined');
    this.#events.splice(0, count, ...kept);
    return count - kept.length;
  }
}
