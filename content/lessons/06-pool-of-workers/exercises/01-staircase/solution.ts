import { Pool } from 'multiprocessing';
import time from 'time';

function double(n: number) {
  time.sleep(0.4);
  return 2 * n;
}

if (import.meta.main) {
  using pool = new Pool(4);
  const pending = [1, 2, 3, 4].map((n) => pool.applyAsync(double, [n]));
  const results = pending.map((result) => result.get());
  console.log(results);
}
