import { Pool, TimeoutError } from 'multiprocessing';
import time from 'time';

function cook() {
  time.sleep(1.5);
  console.log('  cook: it is on the table');
  return 'soup';
}

if (import.meta.main) {
  using pool = new Pool(1);
  const result = pool.applyAsync(cook);
  try {
    console.log(result.get(0.5));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('not within half a second');
  }
  console.log('dinner is', result.get());
  console.log('once more:', result.get());
}
