import { Process, Value } from 'multiprocessing';

const TIMES = 20000;

function count(counter: Value<'i'>) {
  for (let i = 0; i < TIMES; i++) {
    counter.value += 1;
  }
}

if (import.meta.main) {
  const counter = new Value('i', 0);
  const workers = [1, 2].map(() => new Process({ target: count, args: [counter] }));
  for (const p of workers) p.start();
  for (const p of workers) p.join();
  console.log(`${counter.value} of ${2 * TIMES}`);
}
