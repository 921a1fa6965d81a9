import { BoardOwner } from '../../process/board-owner';
import * as system from '../../process/system';
import { getpid } from '../../stdlib/os';
import { dumps, loads } from '../reduction';
import { RemoteTraceback, withRemoteCause } from './errors';
import type { Crew, Finished } from './crew';
import type { Process, ProcessOptions } from '../process';
import { SpawnProcess } from '../spawn-process';
import { OutcomeKind, type Task } from './task';
import { BoardHandle, type WorkerOptions, worker } from './worker';

/** Workers that fail soon after their start are replaced at most so often: an initializer that raises would keep two processors busy. */
const RESPAWN_PAUSE_MS = 100;
const SOON_MS = 1000;

interface Member {
  readonly process: Process<unknown[]>;
  readonly pid: number;
  readonly slot: number;
  readonly startedMs: number;
}

/** What a worker's process is made with. */
export type WorkerProcess = new (options: ProcessOptions<unknown[]>) => Process<unknown[]>;

/** Worker processes around a board. */
export class ProcessCrew implements Crew {
  readonly #board = new BoardOwner<Task>();
  readonly #options: WorkerOptions;
  /** By the worker's pid: tasks that died with it. */
  readonly lost: { readonly task: Task; readonly name: string }[] = [];
  #members: Member[] = [];
  /** Results of those that died before they could announce them. */
  readonly #left: Finished[] = [];
  #pauseUntil = 0;
  #isClosed = false;

  constructor(
    readonly count: number,
    options: WorkerOptions,
    private readonly Process: WorkerProcess = SpawnProcess,
  ) {
    this.#options = options;
  }

  get traceObject(): number {
    return this.#board.traceObject;
  }

  get members(): readonly Process<unknown[]>[] {
    return this.#members.map(({ process }) => process);
  }

  get hasRoom(): boolean {
    return this.#board.hasRoom;
  }

  get waiting(): number {
    return this.#board.waiting;
  }

  start(): void {
    try {
      this.#repopulate();
    } catch (error) {
      this.terminate();
      throw error;
    }
  }

  give(task: Task): void {
    this.#board.post(task.kind, dumps(task.payload).bytes, task);
  }

  next(): Finished | null {
    const left = this.#left.shift();
    if (left !== undefined) return left;
    const collected = this.#board.collect();
    return collected === null ? null : finished(collected.tag, collected.kind, collected.bytes);
  }

  maintain(): number {
    for (const { slot } of this.#members) system.watchExit(slot);
    const ended = this.#members.filter(({ pid, slot }) => system.hasEnded(pid, slot));
    if (ended.length === 0) return Infinity;
    const now = system.clock() * 1000;
    if (now < this.#pauseUntil) return this.#pauseUntil - now;
    for (const member of ended) this.#bury(member, now);
    this.#repopulate();
    return Infinity;
  }

  listen(count: number): boolean {
    return this.#left.length === 0 && this.#board.listen(count);
  }

  look(): boolean {
    return this.#board.look();
  }

  wait(isDone: () => boolean, timeout: number | null | undefined): boolean {
    return this.#board.wait(isDone, timeout);
  }

  dismiss(): void {
    this.#board.closeBoard();
  }

  hasEnded(): boolean {
    for (const { slot } of this.#members) system.watchExit(slot);
    return this.#members.every(({ pid, slot }) => system.hasEnded(pid, slot));
  }

  join(): void {
    for (const { process } of this.#members) process.join();
    this.#close();
  }

  terminate(): void {
    for (const { process } of this.#members) if (process.exitcode === null) process.terminate();
    for (const { process } of this.#members) process.join();
    this.#close();
  }

  #bury(member: Member, now: number): void {
    const { process, pid, slot, startedMs } = member;
    const { finished: done, lost } = this.#board.bury(pid, slot);
    for (const { tag, kind, bytes } of done) this.#left.push(finished(tag, kind, bytes));
    for (const task of lost) this.lost.push({ task, name: process.name });
    process.join();
    this.#members = this.#members.filter((other) => other !== member);
    if (process.exitcode !== 0 && now - startedMs < SOON_MS) this.#pauseUntil = now + RESPAWN_PAUSE_MS;
  }

  #repopulate(): void {
    while (this.#members.length < this.count) {
      const args = [new BoardHandle(this.#board.handle, getpid()), this.#options];
      const process = new this.Process({ target: worker as (...args: unknown[]) => unknown, args });
      process.name = process.name.replace('Process', 'PoolWorker');
      process.daemon = true;
      process.start();
      const pid = process.pid ?? -1;
      this.#members.push({ process, pid, slot: system.slotOf(pid), startedMs: system.clock() * 1000 });
    }
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#board.close();
  }
}

/** @throws what unpickling throws. */
function finished(task: Task, kind: number, bytes: Uint8Array): Finished {
  const value = loads(bytes);
  if (kind !== OutcomeKind.failureWithTraceback) return { task, outcome: { kind: kind as OutcomeKind, value } };
  const [error, traceback] = value as [unknown, string];
  const cause = new RemoteTraceback(`\n"""\n${traceback}"""`);
  return { task, outcome: { kind: OutcomeKind.failure, value: withRemoteCause(error, cause) } };
}
