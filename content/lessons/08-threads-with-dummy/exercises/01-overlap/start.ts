import { ThreadPool } from 'multiprocessing/pool';
import time from 'time';

const sizes: number[] = [];

function download(size: number) {
  time.sleep(0.1);
  sizes.push(size);
}

if (import.meta.main) {
  for (const size of [3, 1, 4, 2]) download(size);
  console.log(sizes.sort().join(' '));
}
