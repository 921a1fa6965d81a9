import { RunPlayer, type Recording, type RunView, type TraceEvent } from '@/runtime';

/** A batch may hold something this much older than the last of the batch before: so long it is waited for. */
const HELD_BACK_MS = 5;

/**
 * Keeps a view of a recording that grows, by playing only what is new. Where the past has changed after all, because
 * something came late or the oldest went, it starts over.
 */
export class TraceFollower {
  readonly recording: Recording;
  #player = new RunPlayer();
  #played = 0;
  #last: TraceEvent | undefined;
  #version = -1;
  #isWhole = true;

  constructor(recording: Recording) {
    this.recording = recording;
  }

  get view(): RunView {
    return this.#player;
  }

  /**
   * Plays what has come.
   *
   * @param isOver - nothing more will come, so nothing has to be waited for.
   * @returns whether the view has changed.
   */
  advance(isOver: boolean): boolean {
    const { events, version } = this.recording;
    const isNews = version !== this.#version;
    // Without news the rest need not wait any longer.
    if (!isNews && this.#isWhole) return false;
    const until = isNews && !isOver ? (events.at(-1)?.timeMs ?? 0) - HELD_BACK_MS : Infinity;
    if (this.#played > 0 && events[this.#played - 1] !== this.#last) {
      this.#player = new RunPlayer();
      this.#played = 0;
    }
    const before = this.#played;
    for (let event = events[this.#played]; event !== undefined && event.timeMs <= until; event = events[this.#played]) {
      this.#player.play(event);
      this.#last = event;
      this.#played++;
    }
    this.#version = version;
    this.#isWhole = this.#played === events.length;
    return this.#played !== before;
  }
}
