import { Pool } from 'multiprocessing';
import { range } from 'builtins';
import time from 'time';

function double(n: number) {
  return 2 * n;
}

function nap(seconds: number) {
  time.sleep(seconds);
}

function measure<T>(what: string, pool: Pool, task: (item: T) => unknown, items: Iterable<T>, chunksize: number) {
  const before = time.perfCounter();
  pool.map(task, items, chunksize);
  console.log(`${what}, ${chunksize} at a time: ${(time.perfCounter() - before).toFixed(2)} s`);
}

if (import.meta.main) {
  using pool = new Pool(2);
  pool.map(double, range(100), 1);
  measure('20000 tiny tasks', pool, double, range(20000), 1);
  measure('20000 tiny tasks', pool, double, range(20000), 500);
  const naps = [0.4, 0.4, 0.4, 0.4, 0.1, 0.1, 0.1, 0.1];
  measure('8 uneven tasks', pool, nap, naps, 1);
  measure('8 uneven tasks', pool, nap, naps, 4);
}
