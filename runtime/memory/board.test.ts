import { expect, test } from 'vitest';
import { NOTHING, boardTask, canPost, collect, finish, hasTasks, holderOf, post, take, takeBack, withdraw } from './board';
import { BOARD_TASKS, Board, BoardTask, HEAP_OFFSET, WORD_BYTES } from './layout';
import { Memory } from './memory';

const board = HEAP_OFFSET / WORD_BYTES;
const PARENT_ROUNDS = 3 * BOARD_TASKS + 7;

function newBoard(): Memory {
  return Memory.create(HEAP_OFFSET + Board.words * WORD_BYTES);
}

test('tasks are taken in the order in which they were posted, each by one worker', () => {
  const memory = newBoard();
  expect(take(memory, board, 4102)).toBe(NOTHING);
  for (const index of [5, 3, 9]) post(memory, board, index);
  expect([take(memory, board, 4102), take(memory, board, 4103), take(memory, board, 4102)]).toEqual([5, 3, 9]);
  expect(take(memory, board, 4103)).toBe(NOTHING);
  expect(holderOf(memory, board, 3)).toEqual({ pid: 4103, isDone: false });
});

test('results come in the order in which they were finished, over many rounds of the rings', () => {
  const memory = newBoard();
  let position = 0;
  for (let round = 0; round < PARENT_ROUNDS; round++) {
    const [first, second] = [round % 11, 11 + (round % 7)];
    post(memory, board, first);
    post(memory, board, second);
    expect(take(memory, board, 4102)).toBe(first);
    expect(take(memory, board, 4103)).toBe(second);
    finish(memory, board, second, 4103);
    finish(memory, board, first, 4102);
    expect(collect(memory, board, position++)).toBe(second);
    expect(collect(memory, board, position++)).toBe(first);
    expect(collect(memory, board, position)).toBe(NOTHING);
  }
});

test('a worker that died before it said where to go on keeps nobody back', () => {
  const memory = newBoard();
  post(memory, board, 1);
  post(memory, board, 2);
  // It swapped the state, and then nothing more.
  memory.store(boardTask(board, 1) + BoardTask.state, (4102 << 2) | 2);
  expect(take(memory, board, 4103)).toBe(2);
  // It put its result into the ring, and then nothing more.
  memory.store(board + Board.results, 1 + 1);
  finish(memory, board, 2, 4103);
  expect([collect(memory, board, 0), collect(memory, board, 1)]).toEqual([1, 2]);
});

test('who is dead, and runs on for a moment, finishes nothing', () => {
  const memory = newBoard();
  post(memory, board, 1);
  expect(take(memory, board, 4102)).toBe(1);
  withdraw(memory, board, 1, 4102);
  finish(memory, board, 1, 4102);
  expect(collect(memory, board, 0)).toBe(NOTHING);
  // Its place is another task's by now.
  post(memory, board, 1);
  finish(memory, board, 1, 4102);
  expect(take(memory, board, 4103)).toBe(1);
});

test('what nobody has taken can be taken back, once', () => {
  const memory = newBoard();
  post(memory, board, 1);
  post(memory, board, 2);
  expect(takeBack(memory, board, 1)).toBe(true);
  expect(takeBack(memory, board, 1)).toBe(false);
  expect(take(memory, board, 4102)).toBe(2);
  expect(takeBack(memory, board, 2)).toBe(false);
  expect(hasTasks(memory, board)).toBe(false);
});

test('the ring of tasks says when it is full', () => {
  const memory = newBoard();
  for (let index = 0; index < BOARD_TASKS; index++) {
    expect(canPost(memory, board)).toBe(true);
    post(memory, board, index);
  }
  expect(canPost(memory, board)).toBe(false);
  take(memory, board, 4102);
  expect(canPost(memory, board)).toBe(true);
});
