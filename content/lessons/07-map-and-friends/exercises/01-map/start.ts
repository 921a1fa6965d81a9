import { Pool, currentProcess } from 'multiprocessing';

function square(n: number) {
  console.log(currentProcess().name, n);
  return n * n;
}

if (import.meta.main) {
  using pool = new Pool(2);
  const squares: number[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    squares.push(square(n));
  }
  console.log(squares.join(' '));
}
