import { Pool } from 'multiprocessing';
import type { AsyncResult } from 'multiprocessing/pool';
import time from 'time';

function square(n: number) {
  time.sleep(0.5);
  return n * n;
}

function oneByOne(pool: Pool) {
  const squares: number[] = [];
  for (let n = 0; n < 4; n++) {
    const result = pool.applyAsync(square, [n]);
    squares.push(result.get());
  }
  return squares;
}

function allAtOnce(pool: Pool) {
  const results: AsyncResult<number>[] = [];
  for (let n = 0; n < 4; n++) {
    results.push(pool.applyAsync(square, [n]));
  }
  return results.map((result) => result.get());
}

function measure(name: string, work: (pool: Pool) => number[], pool: Pool) {
  const before = time.perfCounter();
  const squares = work(pool);
  console.log(`${name}: [${squares.join(', ')}] in ${(time.perfCounter() - before).toFixed(2)} s`);
}

if (import.meta.main) {
  using pool = new Pool(4);
  measure('get in the loop', oneByOne, pool);
  measure('get after the loop', allAtOnce, pool);
}
