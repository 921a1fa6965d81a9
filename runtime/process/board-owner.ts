import {
  NOTHING,
  boardTask,
  canPost,
  closeBoard,
  collect,
  hasTasks,
  holderOf,
  post,
  takeBack,
  wakeSleeper,
  wakeWorker,
  withdraw,
} from '../memory/board';
import { type Handle, offsetOf, wordOf } from '../memory/handle';
import { BOARD_TASKS, Board, BoardTask, Slot, WORD_BYTES, slotBase } from '../memory/layout';
import { WaitKind } from '../memory/parker';
import { delist, enlist } from '../memory/wait-set';
import { BoardArena, type Piece } from './board-arena';
import { LENT } from './board-worker';
import { current } from './context';
import * as system from './system';
import { traceReceived, traceSent } from './trace';

/** What is going on often comes within this time; then nobody has to be woken. */
const LOOK_MS = 0.05;
const LOOKS_PER_CLOCK = 32;

/** Results up to this size get room beside their task, when others have been as long. */
const LARGEST_HINT = 64 * 1024;
const SPARE_BYTES = 64;

interface Posted<T> {
  readonly index: number;
  readonly tag: T;
  readonly piece: Piece;
}

export interface Collected<T> {
  readonly tag: T;
  readonly kind: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The side of the process that posts tasks to a board and collects results. Each task bears a tag, which comes back. */
export class BoardOwner<T> {
  readonly handle: Handle;
  readonly #board: number;
  readonly #arena = new BoardArena();
  readonly #free: number[] = [];
  readonly #posted = new Map<number, Posted<T>>();
  #position = 0;
  #serial = 0;
  #hint = 0;
  #used = 0;

  constructor() {
    this.handle = system.createRegion(Board.words * WORD_BYTES);
    this.#board = wordOf(this.handle);
    this.listen(1);
  }

  /** What the timeline calls it by. */
  get traceObject(): number {
    return this.#board * WORD_BYTES;
  }

  /** Tasks that no worker has taken yet. */
  get waiting(): number {
    const { memory } = current();
    return (memory.load(this.#board + Board.posted) - memory.load(this.#board + Board.taken)) | 0;
  }

  get hasRoom(): boolean {
    return (this.#free.length > 0 || this.#used < BOARD_TASKS) && canPost(current().memory, this.#board);
  }

  /** Only when there is room. Answers the task's number on the board. */
  post(kind: number, bytes: Uint8Array, tag: T): number {
    const { memory } = current();
    const capacity = Math.max(2 * bytes.length + SPARE_BYTES, this.#hint);
    const piece = this.#arena.allocate(capacity);
    const index = this.#free.pop() ?? this.#used++;
    const task = boardTask(this.#board, index);
    memory.bytes.set(bytes, piece.offset);
    memory.store(task + BoardTask.kind, kind);
    memory.store(task + BoardTask.offset, piece.offset);
    memory.store(task + BoardTask.length, bytes.length);
    memory.store(task + BoardTask.capacity, capacity);
    memory.store(task + BoardTask.serial, this.#serial);
    this.#posted.set(index, { index, tag, piece });
    traceSent(this.traceObject, this.#serial, bytes.length);
    this.#serial = (this.#serial + 2) & 0x7fff_fffe;
    post(memory, this.#board, index);
    wakeWorker(memory, this.#board);
    return index;
  }

  /** The next result, or null. */
  collect(): Collected<T> | null {
    const { memory } = current();
    for (;;) {
      const index = collect(memory, this.#board, this.#position);
      if (index === NOTHING) return null;
      this.#position = (this.#position + 1) | 0;
      const posted = this.#posted.get(index);
      // A killed worker runs on for a moment, and may announce what has been answered in its place.
      if (posted !== undefined && holderOf(memory, this.#board, index).isDone) return this.#take(posted);
    }
  }

  /**
   * Has the bell rung when there are so many results more.
   * @returns false when they are there already.
   */
  listen(count: number): boolean {
    const { memory, slot } = current();
    const wakeAt = (this.#position + count) | 0;
    memory.store(this.#board + Board.wakeAt, wakeAt);
    enlist(memory, this.#board + Board.collectors, slot);
    return ((memory.load(this.#board + Board.finished) - wakeAt) | 0) < 0;
  }

  /** Looks for a moment whether a result comes. */
  look(): boolean {
    const { memory } = current();
    const end = memory.now() + LOOK_MS;
    do {
      for (let look = 0; look < LOOKS_PER_CLOCK; look++) if (this.#hasResult()) return true;
    } while (memory.now() < end);
    return false;
  }

  /** Sleeps until what the background does has made something true. */
  wait(isDone: () => boolean, timeout: number | null | undefined): boolean {
    const reason = { kind: WaitKind.taskResult, object: this.#board };
    return current().parker.waitUntil(isDone, system.deadlineAfter(timeout), reason);
  }

  /** Whether a worker has taken the task. */
  isTaken(index: number): boolean {
    return holderOf(current().memory, this.#board, index).pid !== 0;
  }

  /** Takes back a task that no worker has taken. */
  takeBack(index: number): boolean {
    const posted = this.#posted.get(index);
    if (posted === undefined || !takeBack(current().memory, this.#board, index)) return false;
    this.#drop(posted);
    return true;
  }

  /**
   * A worker has ended. What has been finished is answered, also what this one could not announce; what it had taken is lost.
   * @param slot - where it lived.
   */
  bury(pid: number, slot: number): { readonly finished: Collected<T>[]; readonly lost: T[] } {
    const { memory } = current();
    const finished: Collected<T>[] = [];
    const lost: T[] = [];
    // First whatever has been announced, by anybody: what is done after that was not.
    for (let result = this.collect(); result !== null; result = this.collect()) finished.push(result);
    for (const posted of [...this.#posted.values()]) {
      const holder = holderOf(memory, this.#board, posted.index);
      if (holder.pid !== pid) continue;
      if (holder.isDone) finished.push(this.#take(posted));
      else {
        lost.push(posted.tag);
        withdraw(memory, this.#board, posted.index, pid);
        this.#drop(posted);
      }
    }
    // Unless somebody else lives there by now.
    if (memory.load(slotBase(slot) + Slot.pid) === pid) delist(memory, this.#board + Board.idle, slot);
    memory.compareExchange(this.#board + Board.seeker, slot + 1, 0);
    // Somebody may have rung for it.
    if (hasTasks(memory, this.#board)) wakeSleeper(memory, this.#board);
    return { finished, lost };
  }

  /** There will be no more tasks: workers end when there are none left. */
  closeBoard(): void {
    closeBoard(current().memory, this.#board);
  }

  /** Gives all memory back; the workers have ended. */
  close(): void {
    this.#arena.close();
    this.#posted.clear();
    system.close(this.handle);
  }

  #take(posted: Posted<T>): Collected<T> {
    const { memory } = current();
    const task = boardTask(this.#board, posted.index);
    const kind = memory.load(task + BoardTask.kind);
    const length = memory.load(task + BoardTask.length);
    const bytes = kind & LENT ? takeLent(memory.load(task + BoardTask.offset), length) : memory.read(posted.piece.offset, length);
    traceReceived(this.traceObject, memory.load(task + BoardTask.serial) + 1, length);
    if (length > this.#hint && length <= LARGEST_HINT) this.#hint = length + SPARE_BYTES;
    this.#drop(posted);
    return { tag: posted.tag, kind: kind & ~LENT, bytes };
  }

  #drop({ index, piece }: Posted<T>): void {
    this.#posted.delete(index);
    this.#free.push(index);
    this.#arena.free(piece);
  }

  #hasResult(): boolean {
    const { memory } = current();
    return memory.load(this.#board + Board.finished) !== this.#position;
  }
}

function takeLent(region: Handle, length: number): Uint8Array<ArrayBuffer> {
  system.take(region);
  const bytes = current().memory.read(offsetOf(region), length);
  system.close(region);
  return bytes;
}
