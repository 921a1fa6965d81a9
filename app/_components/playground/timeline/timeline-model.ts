import type { Recording, RunView } from '@/runtime';
import { firstAfter } from '@/runtime';
import { TraceFollower } from './trace-follower';

/** Which part of the run is shown: all of it, always its newest part, or what the reader chose. */
export type ViewMode = 'fit' | 'follow' | 'free';

export interface TimelineSnapshot {
  /** Changes whenever the picture does. */
  readonly version: number;
  readonly mode: ViewMode;
  readonly fromMs: number;
  readonly toMs: number;
  /** Up to here the run is known. */
  readonly endMs: number;
  /** Up to here, when all of the run is shown. */
  readonly fitMs: number;
  /** And from here. */
  readonly fitFromMs: number;
  readonly isLive: boolean;
  /** null: the end, and while the program runs, now. */
  readonly playheadMs: number | null;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly showsMessages: boolean;
  readonly showsLocks: boolean;
}

export const SPEEDS = [0.01, 0.03, 0.1, 0.3, 1] as const;
const SHORTEST_MS = 0.05;
/** A run that has just begun is not blown up to fill the picture. */
const SHORTEST_FIT_MS = 20;
/** So much of a deadlock is drawn: a part of what was before it, and a little. */
const STILL_PART = 0.5;
const STILL_MS = 50;
/** A longer part of the run than this is not spent on the start of MainProcess; of it so much is shown. */
const LONGEST_START = 0.25;
const START_SHOWN = 0.04;
const ZOOM_STEP = 1.6;

/** What the timeline shows of a run. A plain store; `tick` is called once a frame while something moves. */
export class TimelineModel {
  readonly #listeners = new Set<() => void>();
  #follower: TraceFollower;
  #snapshot: TimelineSnapshot;
  /** The page's clock when the machine's was 0, as near as is known. */
  #zeroMs = Infinity;
  #lastTickMs: number | null = null;
  #isStuck = false;

  constructor(recording: Recording, isLive: boolean) {
    this.#follower = new TraceFollower(recording);
    this.#snapshot = {
      version: 0,
      mode: 'fit',
      fromMs: 0,
      toMs: SHORTEST_FIT_MS,
      endMs: 0,
      fitMs: 0,
      fitFromMs: 0,
      isLive,
      playheadMs: null,
      isPlaying: false,
      speed: 0.1,
      showsMessages: true,
      showsLocks: false,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): TimelineSnapshot => this.#snapshot;

  get recording(): Recording {
    return this.#follower.recording;
  }

  get view(): RunView {
    return this.#follower.view;
  }

  /** Shows another run; how it is shown stays. */
  follow(recording: Recording, isLive: boolean): void {
    if (recording === this.recording) {
      if (isLive !== this.#snapshot.isLive) this.#set({ isLive });
    } else this.#begin(recording, isLive);
    // Nobody may be drawing: the picture may be out of sight, or a table in its place.
    if (!isLive) this.tick(performance.now());
  }

  #begin(recording: Recording, isLive: boolean): void {
    this.#follower = new TraceFollower(recording);
    this.#zeroMs = Infinity;
    this.#set({
      isLive,
      mode: 'fit',
      playheadMs: null,
      isPlaying: false,
      endMs: 0,
      fitMs: 0,
      fitFromMs: 0,
      fromMs: 0,
      toMs: SHORTEST_FIT_MS,
    });
  }

  /** The kernel says that no process can go on. */
  setStuck(isStuck: boolean): void {
    this.#isStuck = isStuck;
  }

  /** @param nowMs - the page's clock. */
  tick(nowMs: number): void {
    const { isLive, isPlaying, playheadMs, speed } = this.#snapshot;
    const isNew = this.#follower.advance(!isLive);
    const last = this.recording.events.at(-1)?.timeMs ?? 0;
    if (isNew) this.#zeroMs = Math.min(this.#zeroMs, nowMs - last);
    const endMs = isLive && this.#zeroMs !== Infinity ? Math.max(last, nowMs - this.#zeroMs) : last;
    const elapsed = nowMs - (this.#lastTickMs ?? nowMs);
    this.#lastTickMs = nowMs;
    const change: Partial<TimelineSnapshot> = isPlaying ? this.#played((playheadMs ?? 0) + elapsed * speed, endMs) : {};
    if (!isNew && endMs === this.#snapshot.endMs && !isPlaying) return;
    const fitMs = Math.min(endMs, this.#stillUntil(last));
    this.#set({ ...change, endMs, fitMs, fitFromMs: this.#startOfFit(fitMs) });
  }

  /** Where the first worker had to be made, its start would take up the picture: then that is left out. */
  #startOfFit(fitMs: number): number {
    const runningMs = this.view.processes[0]?.runningMs ?? 0;
    return runningMs < fitMs * LONGEST_START ? 0 : Math.max(0, runningMs - (fitMs - runningMs) * START_SHOWN);
  }

  /** Where nothing can happen any more, the picture of what did must not shrink to nothing. */
  #stillUntil(lastMs: number): number {
    return this.#isStuck ? lastMs * (1 + STILL_PART) + STILL_MS : Infinity;
  }

  #played(playheadMs: number, endMs: number): Partial<TimelineSnapshot> {
    return playheadMs >= endMs ? { playheadMs: null, isPlaying: false } : { playheadMs };
  }

  // ---- what is in view ----

  fit(): void {
    this.#set({ mode: 'fit' });
  }

  /** Keeps the newest in view, at the scale there is. */
  followNow(): void {
    this.#set({ mode: 'follow' });
  }

  /** @param factor - above 1 shows less time, larger. @param aroundMs - stays where it is in the picture. */
  zoom(factor: number, aroundMs?: number): void {
    const { fromMs, toMs, playheadMs, mode } = this.#snapshot;
    const around = aroundMs ?? playheadMs ?? (mode === 'follow' ? toMs : (fromMs + toMs) / 2);
    const span = Math.max(SHORTEST_MS, (toMs - fromMs) / factor);
    const from = around - ((around - fromMs) / (toMs - fromMs)) * span;
    this.#look(from, span, mode === 'follow' ? 'follow' : 'free');
  }

  zoomIn(): void {
    this.zoom(ZOOM_STEP);
  }

  zoomOut(): void {
    this.zoom(1 / ZOOM_STEP);
  }

  pan(byMs: number): void {
    const { fromMs, toMs } = this.#snapshot;
    this.#look(fromMs + byMs, toMs - fromMs, 'free');
  }

  /** Brings a stretch of time into the middle, with some of what is around it. */
  show(fromMs: number, toMs: number): void {
    const span = Math.max(SHORTEST_MS, (toMs - fromMs) * 1.6);
    this.#look((fromMs + toMs - span) / 2, span, 'free');
  }

  #look(fromMs: number, span: number, mode: ViewMode): void {
    const whole = Math.max(this.#snapshot.endMs, SHORTEST_FIT_MS);
    if (span >= whole && mode === 'free') return this.#set({ mode: 'fit' });
    const from = Math.min(Math.max(0, fromMs), Math.max(0, whole - span));
    this.#set({ mode, fromMs: from, toMs: from + span });
  }

  // ---- the past ----

  /** Puts the playhead somewhere; null leaves the past. */
  seek(timeMs: number | null): void {
    const { endMs } = this.#snapshot;
    const playheadMs = timeMs === null ? null : Math.min(Math.max(0, timeMs), endMs);
    this.#set({ playheadMs, isPlaying: false });
    if (playheadMs !== null) this.#reveal(playheadMs);
  }

  /** To the moment at which the first process was started. */
  seekStart(): void {
    this.tick(performance.now());
    this.seek(this.#beganMs);
  }

  get #beganMs(): number {
    return this.recording.events[0]?.timeMs ?? 0;
  }

  /** To the next or last moment at which something happened, of one process or of all. */
  step(direction: 1 | -1, pid: number | null = null): void {
    this.tick(performance.now());
    const { playheadMs, endMs } = this.#snapshot;
    const { events } = this.recording;
    const at = playheadMs ?? endMs + 1;
    let index = firstAfter(events, at);
    if (direction === -1) index--;
    for (; index >= 0 && index < events.length; index += direction) {
      const event = events[index];
      if (event === undefined || (pid !== null && event.pid !== pid)) continue;
      if (direction === 1 ? event.timeMs > at : event.timeMs < at) return this.seek(event.timeMs);
    }
    this.seek(direction === 1 ? null : this.#beganMs);
  }

  play(): void {
    const { playheadMs, endMs } = this.#snapshot;
    const from = playheadMs === null || playheadMs >= endMs ? this.#beganMs : playheadMs;
    // Not since it was last drawn, but from now on.
    this.#lastTickMs = null;
    this.#set({ isPlaying: true, playheadMs: from });
  }

  pause(): void {
    this.#set({ isPlaying: false });
  }

  setSpeed(speed: number): void {
    this.#set({ speed });
  }

  /** Scrolls so that a moment is seen. */
  #reveal(timeMs: number): void {
    const { fromMs, toMs } = this.#snapshot;
    if (timeMs >= fromMs && timeMs <= toMs) return;
    this.#look(timeMs - (toMs - fromMs) / 2, toMs - fromMs, 'free');
  }

  // ---- what is shown ----

  toggleMessages(): void {
    this.#set({ showsMessages: !this.#snapshot.showsMessages });
  }

  toggleLocks(): void {
    this.#set({ showsLocks: !this.#snapshot.showsLocks });
  }

  #set(change: Partial<TimelineSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    const range = rangeOf(next);
    this.#snapshot = { ...next, ...range, version: this.#snapshot.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}

function rangeOf({ mode, fromMs, toMs, endMs, fitMs, fitFromMs, isLive }: TimelineSnapshot): { fromMs: number; toMs: number } {
  switch (mode) {
    case 'fit':
      return { fromMs: fitFromMs, toMs: Math.max(fitMs, fitFromMs + (isLive ? SHORTEST_FIT_MS : 1)) };
    case 'follow': {
      const span = toMs - fromMs;
      return { fromMs: Math.max(0, endMs - span), toMs: Math.max(span, endMs) };
    }
    case 'free':
      return { fromMs, toMs };
  }
}
