import mp from 'multiprocessing';
import time from 'time';

function f(a: mp.Lock, b: mp.Lock, n: string) {
  using _ = a.hold();
  // CPython's 0.3 s is too short where the second process starts late: the first would have both locks.
  time.sleep(1.5);
  console.log(n, 'second lock:', b.acquire(true, n === 'p1' ? 1.0 : 2.0) ? 'True' : 'False');
}

if (import.meta.main) {
  const a = new mp.Lock(), b = new mp.Lock();
  const ps = [new mp.Process({ target: f, args: [a, b, 'p1'] }), new mp.Process({ target: f, args: [b, a, 'p2'] })];
  for (const p of ps) p.start();
  for (const p of ps) p.join();
}
