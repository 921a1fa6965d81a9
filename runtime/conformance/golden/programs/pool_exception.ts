import { Pool } from 'multiprocessing';
import { ZeroDivisionError } from 'builtins';

function inv(x: number) {
  if (x === 0) throw new ZeroDivisionError('division by zero');
  return 1 / x;
}

if (import.meta.main) {
  using p = new Pool(2);
  console.log(p.map(inv, [1, 2, 0, 4]));
}
