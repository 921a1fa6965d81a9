import type { TimelineModel, TimelineSnapshot } from './timeline-model';

/** As often as a number is read that grows. */
const PERIOD_MS = 100;

/** What does not change by itself while a program runs. */
const CHOSEN = ['isLive', 'mode', 'playheadMs', 'isPlaying', 'speed', 'showsMessages', 'showsLocks'] as const;

/**
 * What is written around the picture. While the program runs, time alone changes with every frame; the picture draws that itself, and
 * the rest follows a few times a second.
 */
export class ShownSnapshot {
  readonly #model: TimelineModel;
  #shown: TimelineSnapshot;
  #shownAtMs = 0;

  constructor(model: TimelineModel) {
    this.#model = model;
    this.#shown = model.getSnapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    // What happened before, nobody has told.
    this.#shown = this.#model.getSnapshot();
    return this.#model.subscribe(() => this.#notice(listener));
  };

  readonly getSnapshot = (): TimelineSnapshot => this.#shown;

  #notice(listener: () => void): void {
    const next = this.#model.getSnapshot();
    const now = performance.now();
    const isOnlyLater = next.isLive && CHOSEN.every((name) => next[name] === this.#shown[name]);
    if (isOnlyLater && now - this.#shownAtMs < PERIOD_MS) return;
    this.#shown = next;
    this.#shownAtMs = now;
    listener();
  }
}
