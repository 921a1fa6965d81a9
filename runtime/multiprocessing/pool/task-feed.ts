import { BaseException, Exception } from '../../errors';
import { iterable } from '../../stdlib/iterable';
import type { Crew, Finished } from './crew';
import { type Callable, OutcomeKind, type Task, TaskKind } from './task';

/** Tasks that are made as there is room for them. */
interface Series {
  readonly tasks: Iterator<Task, undefined>;
  /** Told how many they were. */
  readonly onEnd: ((count: number) => void) | null;
  /** What makes them is the program's, and may take its time or never end. */
  readonly isLazy: boolean;
  count: number;
}

/** Of an iterable that may never end so many tasks are made ahead, which is about what a pipe holds in CPython … */
const MOST_AHEAD = 1024;
/** … and when one takes longer than this, whatever came meanwhile is looked at before the next. */
const TURN_MS = 1;

/** What has been asked of a pool and not been given to its workers yet: CPython's task queue. */
export class TaskFeed {
  readonly #series: Series[] = [];
  readonly #failures: Finished[] = [];
  /** What makes a task may itself be inside a call of the library. */
  #isFeeding = false;

  constructor(private readonly crew: Crew) {}

  get isDone(): boolean {
    return this.#series.length === 0 && this.#failures.length === 0;
  }

  /** Gives what there is room for. */
  add(tasks: Iterable<Task>, onEnd: Series['onEnd'] = null, isLazy = false): void {
    this.#series.push({ tasks: tasks[Symbol.iterator]() as Series['tasks'], onEnd, isLazy, count: 0 });
    this.poll();
  }

  /** Gives what there is room for; answers in how many milliseconds to go on. */
  poll(): number {
    if (this.#isFeeding || this.#series.length === 0) return Infinity;
    this.#isFeeding = true;
    try {
      return this.#feed();
    } finally {
      this.#isFeeding = false;
    }
  }

  /** A task that could not be pickled has failed. */
  nextFailure(): Finished | null {
    return this.#failures.shift() ?? null;
  }

  clear(): void {
    this.#series.length = 0;
    this.#failures.length = 0;
  }

  #feed(): number {
    const end = performance.now() + TURN_MS;
    for (let series = this.#series[0]; series !== undefined && this.crew.hasRoom; series = this.#series[0]) {
      if (series.isLazy && this.crew.waiting >= MOST_AHEAD) return Infinity;
      const { value, done } = series.tasks.next();
      // It was cleared meanwhile.
      if (this.#series[0] !== series) return Infinity;
      if (done === true) {
        this.#series.shift();
        series.onEnd?.(series.count);
      } else {
        series.count++;
        this.#give(value);
      }
      if (series.isLazy && performance.now() > end) return 0;
    }
    return Infinity;
  }

  #give(task: Task): void {
    try {
      this.crew.give(task);
    } catch (error) {
      this.#failures.push({ task, outcome: { kind: OutcomeKind.failure, value: error } });
    }
  }
}

export function* chunked(
  list: readonly unknown[],
  size: number,
  job: number,
  kind: TaskKind,
  func: Callable,
): Generator<Task, undefined> {
  for (let start = 0, index = 0; start < list.length; start += size, index++) {
    yield { job, index, kind, payload: [func, list.slice(start, start + size)] };
  }
}

export function* batched(items: Iterable<unknown>, size: number): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const item of iterable(items)) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Tasks for what an iterable yields: single arguments, or with `map` chunks. When that raises, so does the last task. */
export function* guarded(job: number, kind: TaskKind, func: Callable, items: Iterable<unknown>): Generator<Task, undefined> {
  let index = 0;
  try {
    for (const item of iterable(items)) {
      yield { job, index: index++, kind, payload: kind === TaskKind.map ? [func, item] : [func, [item], {}] };
    }
  } catch (error) {
    if (error instanceof BaseException && !(error instanceof Exception)) throw error;
    yield { job, index, kind: TaskKind.raise, payload: [error] };
  }
}
