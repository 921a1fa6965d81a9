import { deadlineAfter } from '../../process/system';
import { waitLocally } from '../../process/wait-locally';
import { DummyProcess } from '../dummy/process';
import type { Crew, Finished } from './crew';
import { failure, type Outcome, OutcomeKind, perform, type Task } from './task';
import type { WorkerOptions } from './worker';

/** Threads around a list of tasks. */
export class ThreadCrew implements Crew {
  readonly #tasks: Task[] = [];
  readonly #finished: Finished[] = [];
  #members: DummyProcess[] = [];
  #isDismissed = false;

  constructor(
    readonly count: number,
    private readonly options: WorkerOptions,
  ) {}

  get members(): readonly DummyProcess[] {
    return this.#members;
  }

  readonly hasRoom = true;

  get waiting(): number {
    return this.#tasks.length;
  }

  start(): void {
    this.#repopulate();
  }

  give(task: Task): void {
    this.#tasks.push(task);
  }

  next(): Finished | null {
    return this.#finished.shift() ?? null;
  }

  maintain(): number {
    if (!this.#isDismissed && this.#members.some((member) => !member.isAlive())) this.#repopulate();
    return Infinity;
  }

  listen(): boolean {
    return this.#finished.length === 0;
  }

  look(): boolean {
    return this.#finished.length > 0;
  }

  wait(isDone: () => boolean, timeout: number | null | undefined): boolean {
    return waitLocally(isDone, deadlineAfter(timeout));
  }

  dismiss(): void {
    this.#isDismissed = true;
  }

  hasEnded(): boolean {
    return this.#members.every((member) => !member.isAlive());
  }

  join(): void {
    for (const member of this.#members) member.join();
  }

  /** Threads cannot be ended: each does the task it has begun. */
  terminate(): void {
    this.#tasks.length = 0;
    this.#isDismissed = true;
  }

  #repopulate(): void {
    this.#members = this.#members.filter((member) => member.isAlive());
    while (this.#members.length < this.count) {
      const member = new DummyProcess({ target: () => this.#work() });
      member.daemon = true;
      this.#members.push(member);
      member.start();
    }
  }

  #work(): void {
    const { initializer, initargs, maxTasks } = this.options;
    if (initializer !== null) Reflect.apply(initializer, undefined, initargs);
    for (let left = maxTasks ?? Infinity; left > 0; left--) {
      waitLocally(() => this.#tasks.length > 0 || this.#isDismissed, Infinity);
      const task = this.#tasks.shift();
      if (task === undefined) return;
      this.#finished.push({ task, outcome: this.#perform(task) });
    }
  }

  #perform({ kind, payload }: Task): Outcome {
    try {
      return { kind: OutcomeKind.success, value: perform(kind, payload) };
    } catch (error) {
      return failure(kind, error, false);
    }
  }
}
