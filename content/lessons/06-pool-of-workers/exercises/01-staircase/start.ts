import { Pool } from 'multiprocessing';
import time from 'time';

function double(n: number) {
  time.sleep(0.4);
  return 2 * n;
}

if (import.meta.main) {
  using pool = new Pool(4);
  const results: number[] = [];
  for (const n of [1, 2, 3, 4]) {
    const result = pool.applyAsync(double, [n]);
    results.push(result.get());
  }
  console.log(results);
}
