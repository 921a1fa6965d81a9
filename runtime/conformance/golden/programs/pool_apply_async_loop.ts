import { Pool } from 'multiprocessing';

function f(x: number) {
  return x * x;
}

if (import.meta.main) {
  using pool = new Pool({ processes: 4 });
  const results = Array.from({ length: 10 }, (_, i) => pool.applyAsync(f, [i]));
  for (const r of results) {
    console.log(r.get(10));
  }
}
