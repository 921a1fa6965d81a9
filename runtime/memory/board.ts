import { BOARD_TASKS, Board, BoardTask, Control, Slot, SlotState, slotBase } from './layout';
import type { Memory } from './memory';
import { ring } from './park';
import { delist, hasWaiters, wakeAll } from './wait-set';

/*
 * The board of a pool, named by the word index of its layout. One process posts tasks and collects results, any number of
 * workers take tasks and finish them, and none of it needs a lock: to take a task is to swap its state, which says for ever
 * after whose it is; to finish it is to swap it into the next free place of the ring of results. `taken` and `finished` only
 * say where to begin to look, and whoever finds them behind moves them on. So a worker can die at any moment: what it had is
 * known, and everything else goes on.
 */

export const TaskState = { free: 0, ready: 1, taken: 2, done: 3 } as const;

const TAG_BITS = 2;
const TAG = (1 << TAG_BITS) - 1;
const MASK = BOARD_TASKS - 1;
const ROUND_BITS = Math.log2(BOARD_TASKS);
const MAX_ROUND = 0x3fff_ffff;

/** What a board answers when it has nothing. */
export const NOTHING = -1;

/** Where the task with this number is. */
export function boardTask(board: number, index: number): number {
  return board + Board.tasks + index * BoardTask.words;
}

/** Parent only: everybody can see the task from now on. Its fields are filled in. */
export function post(memory: Memory, board: number, index: number): void {
  const position = memory.load(board + Board.posted);
  memory.store(boardTask(board, index) + BoardTask.state, TaskState.ready);
  memory.store(board + Board.ready + (position & MASK), index);
  memory.store(board + Board.posted, (position + 1) | 0);
}

/** Parent only: whether the ring of tasks has a place for one more. */
export function canPost(memory: Memory, board: number): boolean {
  return ((memory.load(board + Board.posted) - memory.load(board + Board.taken)) | 0) < BOARD_TASKS;
}

export function hasTasks(memory: Memory, board: number): boolean {
  return memory.load(board + Board.posted) !== memory.load(board + Board.taken);
}

/** Takes the task that was posted first, or answers `NOTHING`. */
export function take(memory: Memory, board: number, pid: number): number {
  for (;;) {
    const position = memory.load(board + Board.taken);
    if (position === memory.load(board + Board.posted)) return NOTHING;
    const index = memory.load(board + Board.ready + (position & MASK));
    const isMine = swapState(memory, board, index, TaskState.ready, (pid << TAG_BITS) | TaskState.taken);
    // Whoever took it: the next one to look need not begin here.
    memory.compareExchange(board + Board.taken, position, (position + 1) | 0);
    if (isMine) return index;
  }
}

/** Parent only: takes back a task that no worker has taken yet. Answers false when it is too late. */
export function takeBack(memory: Memory, board: number, index: number): boolean {
  return swapState(memory, board, index, TaskState.ready, TaskState.free);
}

/** Parent only: the worker that took the task is dead. Should it run on for a moment, it cannot finish it any more. */
export function withdraw(memory: Memory, board: number, index: number, pid: number): void {
  swapState(memory, board, index, (pid << TAG_BITS) | TaskState.taken, TaskState.free);
}

/** The worker has written the result into the task. */
export function finish(memory: Memory, board: number, index: number, pid: number): void {
  const mine = pid << TAG_BITS;
  if (!swapState(memory, board, index, mine | TaskState.taken, mine | TaskState.done)) return;
  let isPlaced = false;
  let position = 0;
  while (!isPlaced) {
    position = memory.load(board + Board.finished);
    const place = board + Board.results + (position & MASK);
    const empty = emptyMark(position);
    isPlaced = memory.compareExchange(place, empty, index + 1) === empty;
    memory.compareExchange(board + Board.finished, position, (position + 1) | 0);
  }
  if (((position + 1 - memory.load(board + Board.wakeAt)) | 0) < 0) return;
  if (hasWaiters(memory, board + Board.collectors)) wakeAll(memory, board + Board.collectors);
}

/** Parent only: the task that was finished as number `position`, or `NOTHING`. */
export function collect(memory: Memory, board: number, position: number): number {
  const place = board + Board.results + (position & MASK);
  const found = memory.load(place);
  if (found <= 0) return NOTHING;
  memory.store(place, emptyMark((position + BOARD_TASKS) | 0));
  return found - 1;
}

/** Which process has the task, and whether it is done; pid 0: nobody has taken it. */
export function holderOf(memory: Memory, board: number, index: number): { readonly pid: number; readonly isDone: boolean } {
  const state = memory.load(boardTask(board, index) + BoardTask.state);
  return { pid: state >>> TAG_BITS, isDone: (state & TAG) === TaskState.done };
}

/** Wakes a sleeping worker, unless one is looking for tasks anyway. */
export function wakeWorker(memory: Memory, board: number): void {
  if (memory.load(board + Board.seeker) === 0) wakeSleeper(memory, board);
}

/** Wakes one of the workers that sleep, if any does. */
export function wakeSleeper(memory: Memory, board: number): void {
  const set = board + Board.idle;
  for (let word = 0; word < Board.collectors - Board.idle; word++) {
    for (let bits = memory.load(set + word); bits !== 0; bits &= bits - 1) {
      const slot = word * 32 + 31 - Math.clz32(bits & -bits);
      // Who is not there any more, or has something else to do by now, cannot use the ring: it is for the next.
      if (delist(memory, set, slot) && sleepsAt(memory, board, slot)) return ring(memory, slot);
    }
  }
}

/** Parent only: there will be no more tasks. */
export function closeBoard(memory: Memory, board: number): void {
  memory.store(board + Board.isClosed, 1);
  wakeAll(memory, board + Board.idle);
}

function sleepsAt(memory: Memory, board: number, slot: number): boolean {
  const base = slotBase(slot);
  return (
    memory.load(base + Slot.state) === SlotState.live &&
    (memory.load(base + Slot.control) & Control.killed) === 0 &&
    memory.load(base + Slot.waitObject) === board
  );
}

function swapState(memory: Memory, board: number, index: number, from: number, to: number): boolean {
  return memory.compareExchange(boardTask(board, index) + BoardTask.state, from, to) === from;
}

/** Marks of rounds differ, so that a worker that was asleep for a round does not take its old place for a free one. */
function emptyMark(position: number): number {
  return -((position >>> ROUND_BITS) & MAX_ROUND);
}
