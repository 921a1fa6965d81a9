import { Pool } from 'multiprocessing';
import { Pool as ThreadPool } from 'multiprocessing/dummy';
import time from 'time';

function cpu(n: number) {
  let s = 0;
  for (let i = 0; i < n; i++) s += i * i;
  return s;
}
function io(t: number) { time.sleep(t); }
function timed(pool: Pool | ThreadPool, f: (n: number) => unknown, a: number[]) {
  pool.map(io, [0, 0, 0, 0]);
  const t = time.perfCounter(); pool.map(f, a, 1); return time.perfCounter() - t;
}
if (import.meta.main) {
  const N = 4_000_000;
  const t = time.perfCounter(); for (let i = 0; i < 2; i++) cpu(N); const serial = time.perfCounter() - t;
  let th: number, thio: number, pr: number, prio: number;
  { using p = new ThreadPool(2); th = timed(p, cpu, [N, N]); thio = timed(p, io, [0.5, 0.5]); }
  { using p = new Pool(2); pr = timed(p, cpu, [N, N]); prio = timed(p, io, [0.5, 0.5]); }
  console.error('cpu: threads speed up:', serial / th > 1.4, ' processes speed up:', serial / pr > 1.4);
  console.log('io:  threads overlap:', py(thio < 0.8), ' processes overlap:', py(prio < 0.8));
  console.error(`serial ${serial.toFixed(2)} threads ${th.toFixed(2)} processes ${pr.toFixed(2)} | io threads ${thio.toFixed(2)} processes ${prio.toFixed(2)}`);
}

function py(value: boolean) { return value ? 'True' : 'False'; }
