import { Pool, currentProcess } from 'multiprocessing';
import time from 'time';

function wash(dish: string, seconds: number) {
  time.sleep(seconds);
  return `${dish}: ${currentProcess().name}`;
}

if (import.meta.main) {
  using pool = new Pool(2);
  const results = [pool.applyAsync(wash, ['big pot', 1.5])];
  for (let n = 1; n < 6; n++) {
    results.push(pool.applyAsync(wash, [`cup ${n}`, 0.1]));
  }
  for (const result of results) {
    console.log(result.get());
  }
}
