import { EOFError, OSError } from '../../errors';
import { BoardWorker, type TakenTask } from '../../process/board-worker';
import type { Handle } from '../../process/system';
import { reduce } from '../../stdlib/pickle';
import { dumps, internal, loads, passHandle } from '../reduction';
import { type Callable, failure, isThenable, type Outcome, OutcomeKind, perform, unsendable } from './task';

/** What a worker is told at its start. */
export interface WorkerOptions {
  readonly initializer: Callable | null;
  readonly initargs: readonly unknown[];
  /** How many tasks it does before another takes its place; null: any number. */
  readonly maxTasks: number | null;
}

/** The board on its way to a worker, which then holds it. */
export class BoardHandle {
  constructor(
    readonly handle: Handle,
    readonly owner: number,
  ) {}

  open(): BoardWorker {
    return new BoardWorker(this.handle, this.owner);
  }

  [reduce](): unknown[] {
    passHandle(this.handle);
    return [makeBoardHandle, [this.handle, this.owner]];
  }
}

const makeBoardHandle = internal('PoolBoard', (handle: Handle, owner: number) => new BoardHandle(handle, owner));

/** The life of a worker: takes tasks until there are none, and leaves what came of them. */
export const worker = internal('poolWorker', (board: BoardHandle, options: WorkerOptions): void | PromiseLike<void> => {
  const { initializer, initargs, maxTasks } = options;
  const began = initializer === null ? null : (Reflect.apply(initializer, undefined, initargs) as unknown);
  const left = maxTasks ?? Infinity;
  if (isThenable(began)) return began.then(() => serve(board.open(), left));
  return serve(board.open(), left);
});

function serve(board: BoardWorker, left: number): void | PromiseLike<void> {
  for (let count = left; count > 0; count--) {
    const task = board.take();
    const payload = task === null ? null : unpickle(task);
    if (task === null || payload === null) return;
    let value: unknown;
    try {
      value = perform(task.kind, payload);
    } catch (error) {
      report(board, task, failure(task.kind, error, true));
      continue;
    }
    if (isThenable(value)) return settle(board, task, value).then(() => serve(board, count - 1));
    report(board, task, { kind: OutcomeKind.success, value });
  }
}

function settle(board: BoardWorker, task: TakenTask, promise: PromiseLike<unknown>): PromiseLike<void> {
  return promise.then(
    (value) => report(board, task, { kind: OutcomeKind.success, value }),
    (error: unknown) => report(board, task, failure(task.kind, error, true)),
  );
}

/** None when it cannot be read: in Python the pipe looks as if it was at its end. Other failures end the worker noisily. */
function unpickle({ bytes }: TakenTask): readonly unknown[] | null {
  try {
    return loads(bytes) as readonly unknown[];
  } catch (error) {
    if (error instanceof EOFError || error instanceof OSError) return null;
    throw error;
  }
}

function report(board: BoardWorker, { index }: TakenTask, outcome: Outcome): void {
  let { kind } = outcome;
  let bytes: Uint8Array;
  try {
    ({ bytes } = dumps(outcome.value));
  } catch (error) {
    const instead = unsendable(outcome, error);
    kind = instead.kind;
    ({ bytes } = dumps(instead.value));
  }
  board.finish(index, kind, bytes);
}
