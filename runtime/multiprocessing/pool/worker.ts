import { EOFError, OSError } from '../../errors';
import type { Connection } from '../connection';
import { internal } from '../reduction';
import { type Callable, callTask, failed, isThenable, type Outcome, succeeded, type Task, unsendable } from './task';

/** What a worker is told at its start. */
export interface WorkerOptions {
  readonly initializer: Callable | null;
  readonly initargs: readonly unknown[];
  /** How many tasks it does before another takes its place; null: any number. */
  readonly maxTasks: number | null;
}

/** Ends a worker when it reads it instead of a task. */
export const NO_MORE_TASKS = null;

/** The life of a worker: takes tasks until there are none, and sends back what came of them. */
export const worker = internal(
  'poolWorker',
  async (tasks: Connection<never, Task | null>, results: Connection<Outcome, never>, options: WorkerOptions): Promise<void> => {
    const { initializer, initargs, maxTasks } = options;
    if (initializer !== null) Reflect.apply(initializer, undefined, initargs);
    for (let completed = 0; maxTasks === null || completed < maxTasks; completed++) {
      const task = nextTask(tasks);
      if (task === NO_MORE_TASKS) return;
      let outcome: Outcome;
      try {
        const value = callTask(task);
        outcome = succeeded(task, isThenable(value) ? await value : value);
      } catch (error) {
        outcome = failed(task, error, true);
      }
      report(results, outcome);
    }
  },
);

/** None when nobody can send any more, either. */
function nextTask(tasks: Connection<never, Task | null>): Task | null {
  try {
    return tasks.recv();
  } catch (error) {
    if (error instanceof EOFError || error instanceof OSError) return NO_MORE_TASKS;
    throw error;
  }
}

function report(results: Connection<Outcome, never>, outcome: Outcome): void {
  try {
    results.send(outcome);
  } catch (error) {
    results.send(unsendable(outcome, error));
  }
}
