import { ThreadPool } from 'multiprocessing/pool';
import time from 'time';

const sizes: number[] = [];

function download(size: number) {
  time.sleep(0.1);
  sizes.push(size);
}

if (import.meta.main) {
  using pool = new ThreadPool(4);
  pool.map(download, [3, 1, 4, 2]);
  console.log(sizes.sort().join(' '));
}
