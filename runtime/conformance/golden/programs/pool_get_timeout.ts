import { Pool } from 'multiprocessing';
import time from 'time';

function slow(x: number) { time.sleep(3); return x; }

if (import.meta.main) {
  using p = new Pool(2);
  const r = p.applyAsync(slow, [1]);
  console.log(r.get(0.5));
}
