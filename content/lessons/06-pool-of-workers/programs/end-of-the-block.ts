import { Pool } from 'multiprocessing';
import time from 'time';

function deliver(parcel: string) {
  time.sleep(1);
  console.log(`  ${parcel}: delivered`);
}

if (import.meta.main) {
  {
    using pool = new Pool(1);
    pool.applyAsync(deliver, ['red parcel']);
  }
  console.log('the first block is left');

  {
    using pool = new Pool(1);
    pool.applyAsync(deliver, ['blue parcel']);
    pool.close();
    pool.join();
  }
  console.log('the second block is left');
}
