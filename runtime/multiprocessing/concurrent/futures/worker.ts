import type { BoardWorker, TakenTask } from '../../../process/board-worker';
import { current } from '../../../process/context';
import { reportError } from '../../../process/run-process';
import { writeOutput } from '../../../process/stdio';
import { formatTraceback } from '../../../process/traceback';
import type { BoardHandle, WorkerOptions } from '../../pool/worker';
import { isThenable, OutcomeKind, perform } from '../../pool/task';
import { dumps, internal, loads } from '../../reduction';

/** In the kind of a result: the worker ends now, as it was told, and another is to take its place. */
export const LAST_RESULT = 1 << 4;

/** The life of an executor's worker. Unlike that of a pool, it hands every exception of a call to the caller. */
export const executorWorker = internal(
  'executorWorker',
  (handle: BoardHandle, { initializer, initargs, maxTasks }: WorkerOptions): void | PromiseLike<void> => {
    try {
      if (initializer !== null) Reflect.apply(initializer, undefined, initargs);
    } catch (error) {
      writeOutput('stderr', 'Exception in initializer:\n');
      reportError(error);
      // The parent notices that the process has ended, and breaks the executor.
      return;
    }
    return serve(handle.open(), maxTasks ?? Infinity);
  },
);

function serve(board: BoardWorker, left: number): void | PromiseLike<void> {
  for (let count = left; count > 0; count--) {
    const task = board.take();
    if (task === null) return;
    const isLast = count === 1;
    // A call that cannot be read ends the worker, and that breaks the executor.
    const payload = loads(task.bytes) as readonly unknown[];
    let value: unknown;
    try {
      value = perform(task.kind, payload);
    } catch (error) {
      report(board, task, isLast, OutcomeKind.failureWithTraceback, error);
      continue;
    }
    if (isThenable(value)) return settle(board, task, isLast, value).then(() => serve(board, count - 1));
    report(board, task, isLast, OutcomeKind.success, value);
  }
}

function settle(board: BoardWorker, task: TakenTask, isLast: boolean, promise: PromiseLike<unknown>): PromiseLike<void> {
  return promise.then(
    (value) => report(board, task, isLast, OutcomeKind.success, value),
    (error: unknown) => report(board, task, isLast, OutcomeKind.failureWithTraceback, error),
  );
}

function report(board: BoardWorker, { index }: TakenTask, isLast: boolean, kind: OutcomeKind, value: unknown): void {
  let sent: OutcomeKind = kind;
  let bytes: Uint8Array;
  try {
    ({ bytes } = dumps(kind === OutcomeKind.success ? value : withTraceback(value)));
  } catch (error) {
    sent = OutcomeKind.failureWithTraceback;
    ({ bytes } = dumps(withTraceback(error)));
  }
  board.finish(index, isLast ? sent | LAST_RESULT : sent, bytes);
}

function withTraceback(error: unknown): readonly unknown[] {
  return [error, formatTraceback(error, current().program)];
}
