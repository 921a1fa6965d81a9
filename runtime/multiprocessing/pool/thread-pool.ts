import type { Crew } from './crew';
import { Pool } from './pool';
import { ThreadCrew } from './thread-crew';
import type { WorkerOptions } from './worker';

/**
 * Threads that share the work: as a `Pool`, without processes. Functions need not be of the top level, and nothing is copied.
 *
 * @param processes - how many threads, or all options; default one for each processor.
 * @throws ValueError - `Number of processes must be at least 1`.
 * @python multiprocessing.pool.ThreadPool - callbacks run when this process is inside a call of the library.
 * @see CPython 3.11 Lib/multiprocessing/pool.py
 * @example
 * import { ThreadPool } from 'multiprocessing/pool';
 *
 * using pool = new ThreadPool(2);
 * console.log(pool.map((n) => n * n, [1, 2, 3]));
 */
export class ThreadPool<I extends unknown[] = unknown[]> extends Pool<I> {
  /** @internal */
  override _makeCrew(count: number, options: WorkerOptions): Crew {
    return new ThreadCrew(count, options);
  }
}
