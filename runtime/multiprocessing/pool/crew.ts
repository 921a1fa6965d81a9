import type { Outcome, Task } from './task';

/** A task and what came of it. */
export interface Finished {
  readonly task: Task;
  readonly outcome: Outcome;
}

/** The workers of a pool, be they processes or threads. */
export interface Crew {
  /** How many there are to be. */
  readonly count: number;
  /** Those there are. */
  readonly members: readonly unknown[];
  /** Whether it can be given one more task. */
  readonly hasRoom: boolean;
  /** Tasks that nobody has begun. */
  readonly waiting: number;
  start(): void;
  /**
   * Gives it a task; only when there is room.
   * @throws PicklingError - the task cannot travel.
   */
  give(task: Task): void;
  /** What has been finished next, or null. */
  next(): Finished | null;
  /**
   * Replaces members that have ended.
   * @returns in how many milliseconds to look again.
   */
  maintain(): number;
  /** Wakes this process when so many tasks more have been finished; answers false when they have been. */
  listen(count: number): boolean;
  /** Looks for a moment whether something is finished. */
  look(): boolean;
  /** Sleeps until what the background does has made something true; false when the time (seconds) was over first. */
  wait(isDone: () => boolean, timeout: number | null | undefined): boolean;
  /** There will be no more tasks. */
  dismiss(): void;
  /** Whether all have ended; while it answers false, this process is woken when one does. */
  hasEnded(): boolean;
  join(): void;
  terminate(): void;
}
