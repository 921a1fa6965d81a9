import { Pool } from 'multiprocessing';
import { ValueError } from 'builtins';
import time from 'time';
import os from 'os';

function f(x: number) {
  if (x === 3) throw new ValueError(x);
  return x * x;
}

const mainPid = os.getpid();

function cb(v: unknown) { console.log('callback', Array.isArray(v) ? `[${v.join(', ')}]` : v, 'in parent pid:', os.getpid() === mainPid ? 'True' : 'False'); }
function ecb(e: unknown) { console.log('error_callback', `${(e as Error).name}(${(e as Error).message})`); }

if (import.meta.main) {
  using p = new Pool(1);
  const rs = [];
  for (let i = 1; i < 5; i++) {
    const r = p.applyAsync(f, [i], {}, { callback: cb, errorCallback: ecb }); r.wait(); rs.push(r);
  }
  console.log('ready', `[${rs.map((r) => (r.ready() ? 'True' : 'False')).join(', ')}]`);
  let m = p.mapAsync(f, [1, 2], null, { callback: cb }); m.wait();
  m = p.mapAsync(f, [1, 3, 5], null, { callback: cb, errorCallback: ecb }); m.wait();
  const r = p.applyAsync(f, [9], {}, { callback: cb });
  const t = time.time();
  while (time.time() - t < 0.7);
  console.log('main loop over'); r.get();
  p.close(); p.join();
}
