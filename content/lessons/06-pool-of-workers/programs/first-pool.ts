import { Pool } from 'multiprocessing';
import type { AsyncResult } from 'multiprocessing/pool';
import time from 'time';

function bake(cake: string, seconds: number) {
  time.sleep(seconds);
  return `the ${cake} cake is ready`;
}

if (import.meta.main) {
  using pool = new Pool(3);
  const results: AsyncResult<string>[] = [];
  for (const [cake, seconds] of [['apple', 0.9], ['lemon', 0.6], ['plum', 0.3]] as const) {
    results.push(pool.applyAsync(bake, [cake, seconds]));
  }
  console.log('all three are ordered');
  for (const result of results) {
    console.log(result.get());
  }
}
