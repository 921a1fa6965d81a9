import { Process, Value, Array } from 'multiprocessing';
import { range } from 'builtins';

function f(n: Value<'d'>, a: Array<'i'>) {
  n.value = 3.1415927;
  for (const i of range(a.length)) {
    a[i] = -a[i];
  }
}

if (import.meta.main) {
  const num = new Value('d', 0.0);
  const arr = new Array('i', range(10));
  const p = new Process({ target: f, args: [num, arr] });
  p.start();
  p.join();
  console.log(num.value);
  console.log(`[${arr.slice().join(', ')}]`);
}
