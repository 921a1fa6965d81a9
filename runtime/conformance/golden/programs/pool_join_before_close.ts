import { Pool } from 'multiprocessing';

function f(x: number) { return x; }

if (import.meta.main) {
  const p = new Pool(2);
  p.map(f, [1, 2]);
  p.join();
}
