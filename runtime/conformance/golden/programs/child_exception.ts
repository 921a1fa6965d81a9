import mp from 'multiprocessing';
import { ZeroDivisionError } from 'builtins';

function inner(x: number) {
  // In JavaScript the quotient is Infinity.
  if (x === 0) throw new ZeroDivisionError('division by zero');
  return 1 / x;
}

function worker(x: number) {
  inner(x);
}

if (import.meta.main) {
  const p = new mp.Process({ target: worker, args: [0] });
  p.start();
  p.join();
  console.log('exitcode', p.exitcode);
}
