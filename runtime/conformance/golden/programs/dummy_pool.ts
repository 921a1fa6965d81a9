import { Pool as ThreadPool, currentProcess } from 'multiprocessing/dummy';
import { Pool } from 'multiprocessing';
import os from 'os'; import time from 'time'; import threading from 'threading';
import { py } from './python-text';

const shared: number[] = [];
function work(x: number): [number, number] {
  shared.push(x); time.sleep(0.2);
  return [os.getpid(), x];
}
if (import.meta.main) {
  let r: [number, number][], t: number, dt: number;
  { using p = new ThreadPool(4);
    t = time.time(); r = p.map(work, [0, 1, 2, 3, 4, 5, 6, 7], 1); dt = time.time() - t; }
  console.log('same pid:', py(new Set(r.map(([a]) => a)).size === 1), 'shared globals:', py(shared.toSorted()), `wall about ${dt.toFixed(1)}`);
  shared.length = 0;
  { using p = new Pool(4);
    r = p.map(work, [0, 1, 2, 3, 4, 5, 6, 7], 1); }
  console.log('pids:', py(new Set(r.map(([a]) => a)).size > 1), 'shared globals:', py(shared.toSorted()));
  { using p = new ThreadPool(2);
    console.log(p, p.apply(() => 'lambdas are fine')); }
}
void currentProcess; void threading;
