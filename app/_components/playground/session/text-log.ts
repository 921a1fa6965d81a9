import type { OutputRecord } from '@/runtime';

export interface LogLine {
  readonly id: number;
  readonly pid: number;
  readonly isError: boolean;
  readonly text: string;
}

const MAX_LINES = 100;
const PUBLISH_MS = 400;
// Colour and cursor sequences mean nothing in plain text.
const ESCAPE_SEQUENCES = /\x1b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)/gu;

/**
 * The output as plain lines for a screen reader: the last hundred, published a few times a second, so that a
 * program which prints for ever neither grows the page nor talks without end.
 */
export class TextLog {
  #lines: LogLine[] = [];
  #published: readonly LogLine[] = [];
  #nextId = 0;
  #partial = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): readonly LogLine[] => this.#published;

  append(records: readonly OutputRecord[]): void {
    for (const record of records) this.#take(record);
    this.#timer ??= setTimeout(() => this.#publish(), PUBLISH_MS);
  }

  /** Publishes what waits for its turn: it has to be heard before what comes next. */
  flush(): void {
    if (this.#timer !== undefined) this.#publish();
  }

  clear(): void {
    this.#lines = [];
    this.#partial.clear();
    this.#publish();
  }

  #take({ pid, stream, text }: OutputRecord): void {
    const key = `${pid} ${stream}`;
    const kept = lastLines(text, MAX_LINES);
    const parts = ((kept.length === text.length ? (this.#partial.get(key) ?? '') : '') + kept).split('\n');
    const unfinished = parts.pop() ?? '';
    for (const line of parts) this.#push(pid, stream === 'stderr', line);
    if (unfinished === '') this.#partial.delete(key);
    else this.#partial.set(key, unfinished.slice(-1000));
  }

  #push(pid: number, isError: boolean, raw: string): void {
    const text = raw.replaceAll(ESCAPE_SEQUENCES, '').slice(0, 1000);
    if (text.trim() === '') return;
    this.#lines.push({ id: this.#nextId++, pid, isError, text });
    if (this.#lines.length > 2 * MAX_LINES) this.#lines = this.#lines.slice(-MAX_LINES);
  }

  /** A prompt has no newline, yet must be heard: what is unfinished is published as well. */
  #publish(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [key, text] of this.#partial) {
      const [pid = '0', stream] = key.split(' ');
      this.#push(Number(pid), stream === 'stderr', text);
    }
    this.#partial.clear();
    this.#lines = this.#lines.slice(-MAX_LINES);
    this.#published = this.#lines.slice();
    for (const listener of this.#listeners) listener();
  }
}

/** The end of `text` that holds at most `count` lines, without splitting all of a long text. */
function lastLines(text: string, count: number): string {
  let at = text.length;
  for (let i = 0; i <= count; i++) {
    if (at <= 0) return text;
    at = text.lastIndexOf('\n', at - 1);
    if (at === -1) return text;
  }
  return text.slice(at + 1);
}
