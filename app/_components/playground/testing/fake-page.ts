import type { OutputRecord } from '@/runtime';
import type { KeyValueStorage } from '../session/draft-storage';
import type { FrameClock } from '../session/output-pump';
import type { TerminalPort } from '../session/terminal-port';

/** A storage that keeps things in memory; `isFull` makes it refuse. */
export class MemoryStorage implements KeyValueStorage {
  readonly #entries = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.#entries.size;
  }

  key(index: number): string | null {
    return [...this.#entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new Error('Quota exceeded');
    this.#entries.set(key, value);
  }

  removeItem(key: string): void {
    this.#entries.delete(key);
  }
}

/** Frames that come when the test says so. */
export class ManualFrames implements FrameClock {
  hidden = false;
  #now = 1000;
  #pending: ((nowMs: number) => void)[] = [];

  now(): number {
    return this.#now;
  }

  next(callback: (nowMs: number) => void): () => void {
    this.#pending.push(callback);
    return () => {
      this.#pending = this.#pending.filter((each) => each !== callback);
    };
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const callback of this.#pending.splice(0)) callback(this.#now);
  }
}

/** A terminal that takes in what it is given at once, unless it is told to wait. */
export class RecordingTerminal implements TerminalPort {
  text = '';
  isAwaiting = false;
  horizon: number | null = null;
  isSlow = false;
  readonly writes: string[] = [];
  #done: (() => void) | null = null;

  write(records: readonly OutputRecord[], done: () => void): void {
    const text = records.map((record) => record.text).join('');
    this.writes.push(text);
    this.text += text;
    if (this.isSlow) this.#done = done;
    else done();
  }

  /** The slow write is on the screen. */
  finish(): void {
    const done = this.#done;
    this.#done = null;
    done?.();
  }

  echo(text: string): void {
    this.text += text;
  }

  reset(): void {
    this.text = '';
  }

  setHorizon(timeMs: number | null): void {
    this.horizon = timeMs;
  }

  setAwaitingInput(isAwaiting: boolean): void {
    this.isAwaiting = isAwaiting;
  }

  focus(): void {
    // There is no page to have a focus.
  }

  dispose(): void {
    // Nothing is held.
  }
}
