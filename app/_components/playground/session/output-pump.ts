import type { OutputRecord } from '@/runtime';
import { skipUnseenLines } from './unseen-lines';

/** Where output goes; `done` when it has been taken in. */
export type OutputSink = (records: readonly OutputRecord[], done: () => void) => void;

/** The page's frames; a timer's while the page is hidden, because then no frames come. */
export interface FrameClock {
  readonly hidden: boolean;
  now(): number;
  /** Calls back once, at the next frame; returns a way to call it off. */
  next(callback: (nowMs: number) => void): () => void;
}

/** Characters a write. More than this and a frame is late even on a fast computer. */
const MAX_BUDGET = 64 * 1024;
const MIN_BUDGET = 4 * 1024;
/** While hidden nothing is drawn and timers are rare, so more goes in at once. */
const HIDDEN_BUDGET = 1024 * 1024;
/** Two frames of a 60 Hz display, less a little: a frame was missed. */
const LATE_MS = 25;
const ON_TIME_MS = 18.5;
const FRAME_MS = 16;
/** Between two writes: to draw a terminal costs most of a slow computer's frame, and nobody reads faster. */
const PERIOD_MS = 2 * FRAME_MS;
const SLACK_MS = 4;

/**
 * Moves output to the terminal at the pace of the screen: one write in flight, at most one in two frames, and a
 * smaller one when frames come late. Lines that nobody could see in between are left out. `done` of a batch is the
 * back-pressure the machine feels.
 */
export class OutputPump {
  readonly #clock: FrameClock;
  #sink: OutputSink | null = null;
  #queue: readonly OutputRecord[] = [];
  #done: (() => void) | null = null;
  #isWriting = false;
  #cancelFrame: (() => void) | null = null;
  #budget = MAX_BUDGET;
  #lastWriteMs = Number.NEGATIVE_INFINITY;
  /** Grows with each `discard`, so that a write which ends afterwards is nobody's. */
  #epoch = 0;

  constructor(clock: FrameClock) {
    this.#clock = clock;
  }

  /** Characters the next write may hold. */
  get budget(): number {
    return this.#budget;
  }

  /** Until there is a sink, output waits. */
  attach(sink: OutputSink | null): void {
    this.#sink = sink;
    if (sink) this.#proceed();
  }

  push(records: readonly OutputRecord[], done: () => void): void {
    this.#queue = skipUnseenLines([...this.#queue, ...records]);
    const before = this.#done;
    this.#done = before
      ? () => {
          before();
          done();
        }
      : done;
    this.#proceed();
  }

  /** Drops what has not been written; the batch counts as taken. */
  discard(): void {
    this.#epoch++;
    this.#queue = [];
    this.#isWriting = false;
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    this.#finish();
  }

  #proceed(): void {
    if (!this.#sink || this.#isWriting || this.#cancelFrame) return;
    if (this.#queue.length === 0) return this.#finish();
    const now = this.#clock.now();
    if (now - this.#lastWriteMs >= PERIOD_MS && !this.#clock.hidden) this.#write(now);
    else this.#awaitFrame(now);
  }

  #awaitFrame(fromMs: number): void {
    this.#cancelFrame = this.#clock.next((at) => {
      this.#cancelFrame = null;
      this.#adapt(at - fromMs);
      if (at - this.#lastWriteMs >= PERIOD_MS - SLACK_MS) this.#write(at);
      else this.#awaitFrame(at);
    });
  }

  /** A frame that comes late tells that a write holds too much. */
  #adapt(gapMs: number): void {
    if (this.#clock.hidden || gapMs > 1000) return;
    if (gapMs > LATE_MS) this.#budget = Math.max(MIN_BUDGET, Math.floor(this.#budget * 0.7));
    else if (gapMs < ON_TIME_MS) this.#budget = Math.min(MAX_BUDGET, Math.ceil(this.#budget * 1.15));
  }

  #write(atMs: number): void {
    const sink = this.#sink;
    if (!sink) return;
    const epoch = this.#epoch;
    this.#isWriting = true;
    this.#lastWriteMs = atMs;
    sink(this.#take(this.#clock.hidden ? HIDDEN_BUDGET : this.#budget), () => {
      if (epoch !== this.#epoch) return;
      this.#isWriting = false;
      this.#proceed();
    });
  }

  #take(budget: number): OutputRecord[] {
    const slice: OutputRecord[] = [];
    let left = budget;
    let count = 0;
    for (const record of this.#queue) {
      if (left <= 0) break;
      if (record.text.length > left) {
        slice.push({ ...record, text: record.text.slice(0, left) });
        this.#queue = [{ ...record, text: record.text.slice(left) }, ...this.#queue.slice(count + 1)];
        return slice;
      }
      slice.push(record);
      left -= record.text.length;
      count++;
    }
    this.#queue = this.#queue.slice(count);
    return slice;
  }

  #finish(): void {
    const done = this.#done;
    this.#done = null;
    done?.();
  }
}

/** `requestAnimationFrame`, or a timer when it does not come because the page is hidden. */
export const pageFrames: FrameClock = {
  get hidden() {
    return document.hidden;
  },
  now: () => performance.now(),
  next(callback) {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const fire = () => {
      cancel();
      callback(performance.now());
    };
    frame = requestAnimationFrame(fire);
    timer = setTimeout(fire, document.hidden ? FRAME_MS : 250);
    return cancel;
  },
};
