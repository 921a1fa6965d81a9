import { Feeder } from '../../process/feeder';
import { incoming, receiveNow } from '../../process/messages';
import * as system from '../../process/system';
import { waitForResult } from '../../process/wait-for-result';
import { Connection } from '../connection';
import { Process } from '../process';
import { dumps, loads } from '../reduction';
import type { Outcome, Task } from './task';
import { NO_MORE_TASKS, type WorkerOptions, worker } from './worker';

/** Dead workers are replaced at most so often: an initializer that fails would otherwise start processes without pause. */
const RESPAWN_PAUSE_MS = 100;

/** The processes of a pool and the two pipes between them and their parent. */
export class Workers {
  /** The pipes of tasks and of results, as the timeline names them. */
  readonly pipes: readonly [tasks: system.Handle, results: system.Handle];
  readonly #tasks: Connection<never, Task | null>;
  readonly #results: Connection<Outcome, never>;
  readonly #feeder: Feeder;
  readonly #living: Process<unknown[]>[] = [];
  #frame = incoming();
  #pauseUntil = 0;

  constructor(
    readonly count: number,
    private readonly options: WorkerOptions,
  ) {
    const [taskRead, taskWrite] = system.createPipe();
    const [resultRead, resultWrite] = system.createPipe();
    this.pipes = [taskRead, resultRead];
    this.#tasks = new Connection<never, Task | null>(taskRead, null);
    this.#results = new Connection<Outcome, never>(null, resultWrite);
    this.#feeder = new Feeder(taskWrite);
  }

  /** Whether the pipe takes one more task; until it does, tasks wait in their iterable. */
  get hasRoom(): boolean {
    return this.#feeder.isDone;
  }

  start(): void {
    try {
      this.#repopulate();
    } catch (error) {
      this.terminate();
      throw error;
    }
  }

  /** @throws PicklingError - the task cannot travel. */
  send(task: Task | null): void {
    this.#feeder.put(dumps(task).bytes);
  }

  /** What has come back, or null. */
  nextOutcome(): Outcome | null {
    const bytes = receiveNow(this.pipes[1], this.#frame);
    if (bytes === null) return null;
    this.#frame = incoming();
    return loads(bytes) as Outcome;
  }

  /**
   * Starts new workers in place of those that have ended.
   * @returns in how many milliseconds to look again.
   */
  replace(): number {
    const now = system.clock() * 1000;
    if (!this.#hasEnded()) return Infinity;
    if (now < this.#pauseUntil) return this.#pauseUntil - now;
    this.#pauseUntil = now + RESPAWN_PAUSE_MS;
    for (const process of this.#living.filter(({ exitcode }) => exitcode !== null)) {
      process.join();
      this.#living.splice(this.#living.indexOf(process), 1);
    }
    this.#repopulate();
    return Infinity;
  }

  /** Tells each worker that there are no more tasks. */
  dismiss(): void {
    for (let index = 0; index < this.#living.length; index++) this.send(NO_MORE_TASKS);
  }

  /** Waits for what comes back; the background handles it. */
  wait(isDone: () => boolean, timeout: number | null | undefined): boolean {
    return waitForResult(isDone, system.deadlineAfter(timeout), this.pipes[1]);
  }

  join(): void {
    for (const process of this.#living) process.join();
  }

  terminate(): void {
    for (const process of this.#living) if (process.exitcode === null) process.terminate();
    for (const process of this.#living) process.join();
  }

  /** Looks, and has the bell rung when one ends. */
  #hasEnded(): boolean {
    let found = false;
    for (const { pid } of this.#living) {
      if (pid === null) continue;
      if (system.pollStatus(pid) === null) system.watchExit(pid);
      found ||= system.pollStatus(pid) !== null;
    }
    return found;
  }

  #repopulate(): void {
    while (this.#living.length < this.count) {
      const process = new Process<unknown[]>({ target: worker as never, args: [this.#tasks, this.#results, this.options] });
      process.name = `Spawn${process.name.replace('Process', 'PoolWorker')}`;
      process.daemon = true;
      process.start();
      this.#living.push(process);
    }
  }
}
