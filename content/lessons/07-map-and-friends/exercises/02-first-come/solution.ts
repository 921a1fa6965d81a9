import { Pool } from 'multiprocessing';
import time from 'time';

function cook([dish, seconds]: [string, number]) {
  time.sleep(seconds);
  return dish;
}

if (import.meta.main) {
  using pool = new Pool(3);
  const menu: [string, number][] = [['roast', 1.3], ['soup', 0.1], ['salad', 0.7]];
  for (const dish of pool.imapUnordered(cook, menu)) {
    console.log('served:', dish);
  }
}
