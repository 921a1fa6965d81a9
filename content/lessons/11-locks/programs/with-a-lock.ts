import { Lock, Process, Value } from 'multiprocessing';

const TIMES = 20000;

function count(counter: Value<'i'>, lock: Lock) {
  for (let i = 0; i < TIMES; i++) {
    using _ = lock.hold();
    counter.value += 1;
  }
}

if (import.meta.main) {
  const counter = new Value('i', 0);
  const lock = new Lock();
  const workers = [1, 2].map(() => new Process({ target: count, args: [counter, lock] }));
  for (const p of workers) p.start();
  for (const p of workers) p.join();
  console.log(`${counter.value} of ${2 * TIMES}`);
}
