import mp from 'multiprocessing';
import { range } from 'builtins';

type Counter = mp.Value<'i'>;
function unsafe(v: Counter, n: number) {
  for (const _ of range(n)) v.value += 1;
}
function safe(v: Counter, n: number) {
  for (const _ of range(n)) { using _lock = v.hold(); v.value += 1; }
}
if (import.meta.main) {
  // CPython's 100 000 take 20 ms here: two processes might not even meet.
  const N = 2_000_000;
  for (const f of [unsafe, safe]) {
    const v = new mp.Value('i', 0), ps = range(2).map(() => new mp.Process({ target: f, args: [v, N] })); for (const p of ps) p.start(); for (const p of ps) p.join();
    console.log(f.name, v.value === 2 * N ? 'exact' : 'lost updates', v.value <= 2 * N ? 'True' : 'False');
  }
}
