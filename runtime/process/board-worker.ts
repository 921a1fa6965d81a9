import { NOTHING, boardTask, finish, hasTasks, take, wakeWorker } from '../memory/board';
import { type Handle, offsetOf, wordOf } from '../memory/handle';
import { Board, BoardTask, Slot, slotBase } from '../memory/layout';
import { FOREVER, WaitKind } from '../memory/parker';
import { delist, enlist } from '../memory/wait-set';
import { current } from './context';
import * as system from './system';
import { traceReceived, traceSent } from './trace';

/** Looking for a while before going to sleep saves two wake-ups where tasks are short. One worker looks at a time. */
const SEEK_MS = 0.05;
const LOOKS_PER_CLOCK = 32;

/** In the kind of a result: its bytes are in a region of their own, which the kernel holds for whoever takes it. */
export const LENT = 1 << 8;

export interface TakenTask {
  readonly index: number;
  readonly kind: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A worker's side of a board. */
export class BoardWorker {
  readonly #board: number;
  readonly #parent: number;
  readonly #parentExit: number;

  /** @param owner - pid of the parent, which may be dead already. */
  constructor(board: Handle, owner: number) {
    this.#board = wordOf(board);
    this.#parent = owner;
    this.#parentExit = system.exitWaitSet(this.#parent);
  }

  /** The next task; waits for it. Null when there will be none: the board is closed, or its owner is dead. */
  take(): TakenTask | null {
    const { memory, parker, slot, pid } = current();
    const board = this.#board;
    parker.checkIn();
    let index = take(memory, board, pid);
    if (index === NOTHING) index = this.#seek();
    if (index === NOTHING) {
      const attempt = () => {
        enlist(memory, board + Board.idle, slot);
        if (this.#parentExit !== -1) enlist(memory, this.#parentExit, slot);
        index = take(memory, board, pid);
        return index !== NOTHING || this.#isOver();
      };
      try {
        parker.waitUntil(attempt, FOREVER, { kind: WaitKind.task, object: board });
      } finally {
        delist(memory, board + Board.idle, slot);
        // Somebody may have rung for this one, and there may be more to do.
        if (hasTasks(memory, board)) wakeWorker(memory, board);
      }
    }
    return index === NOTHING ? null : this.#read(index);
  }

  /** Leaves a result, and is done with the task. */
  finish(index: number, kind: number, bytes: Uint8Array): void {
    const { memory, parker, pid } = current();
    const task = boardTask(this.#board, index);
    parker.checkIn();
    const isLent = bytes.length > memory.load(task + BoardTask.capacity);
    const region = isLent ? system.createRegion(bytes.length) : 0;
    const offset = isLent ? offsetOf(region) : memory.load(task + BoardTask.offset);
    memory.bytes.set(bytes, offset);
    if (isLent) system.lend(region);
    memory.store(task + BoardTask.kind, isLent ? kind | LENT : kind);
    memory.store(task + BoardTask.offset, isLent ? region : offset);
    memory.store(task + BoardTask.length, bytes.length);
    traceSent(this.#board * 4, memory.load(task + BoardTask.serial) + 1, bytes.length);
    finish(memory, this.#board, index, pid);
    if (isLent) system.close(region);
  }

  #read(index: number): TakenTask {
    const { memory } = current();
    const task = boardTask(this.#board, index);
    // The owner wakes one worker for each task at most; with several at once the others hear of it from here.
    if (hasTasks(memory, this.#board)) wakeWorker(memory, this.#board);
    const length = memory.load(task + BoardTask.length);
    const bytes = memory.read(memory.load(task + BoardTask.offset), length);
    traceReceived(this.#board * 4, memory.load(task + BoardTask.serial), length);
    return { index, kind: memory.load(task + BoardTask.kind), bytes };
  }

  #seek(): number {
    const { memory, slot, pid } = current();
    const seeker = this.#board + Board.seeker;
    const control = slotBase(slot) + Slot.control;
    if (memory.compareExchange(seeker, 0, slot + 1) !== 0) return NOTHING;
    const end = memory.now() + SEEK_MS;
    let index = NOTHING;
    do {
      for (let look = 0; look < LOOKS_PER_CLOCK && index === NOTHING; look++) {
        if (hasTasks(memory, this.#board)) index = take(memory, this.#board, pid);
      }
    } while (index === NOTHING && memory.now() < end && memory.load(control) === 0);
    memory.store(seeker, 0);
    return index;
  }

  #isOver(): boolean {
    return current().memory.load(this.#board + Board.isClosed) !== 0 || system.parentPid() !== this.#parent;
  }
}
