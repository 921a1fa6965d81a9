import { Pool, currentProcess } from 'multiprocessing';

function square(n: number) {
  console.log(currentProcess().name, n);
  return n * n;
}

if (import.meta.main) {
  using pool = new Pool(2);
  console.log(pool.map(square, [1, 2, 3, 4, 5]).join(' '));
}
