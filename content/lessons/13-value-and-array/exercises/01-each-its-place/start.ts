import { Array, Process } from 'multiprocessing';

function square(squares: Array<'i'>, index: number, n: number) {
  const result = n * n;
}

if (import.meta.main) {
  const squares = new Array('i', 3);
  const workers = [5, 6, 7].map((n, index) => new Process({ target: square, args: [squares, index, n] }));
  for (const p of workers) p.start();
  for (const p of workers) p.join();
  console.log([...squares].join(' '));
}
