import { Pool } from 'multiprocessing';
import { range } from 'builtins';

function square(n: number) {
  return n * n;
}

function power(base: number, exponent: number) {
  return base ** exponent;
}

if (import.meta.main) {
  using pool = new Pool(2);
  console.log('one task:', pool.apply(power, [2, 10]));
  const one = pool.applyAsync(power, [2, 11]);
  console.log('one task, later:', one.get());

  console.log('map:', ...pool.map(square, range(1, 6)));
  const many = pool.mapAsync(square, range(6, 11));
  console.log('map, later:', ...many.get());
  console.log('starmap:', ...pool.starmap(power, [[2, 3], [3, 2], [10, 6]]));

  console.log('imap:');
  for (const n of pool.imap(square, range(1, 4))) {
    console.log(' ', n);
  }
  console.log('imap, unordered:');
  for (const n of [...pool.imapUnordered(square, range(1, 4))].sort((a, b) => a - b)) {
    console.log(' ', n);
  }
}
