import { Manager, Value } from 'multiprocessing';
import time from 'time';

const READS = 2000;

function readsASecond(counter: { readonly value: number }) {
  const before = time.perfCounter();
  let sum = 0;
  for (let i = 0; i < READS; i++) sum += counter.value;
  return READS / (time.perfCounter() - before);
}

if (import.meta.main) {
  using manager = new Manager();
  const asked = readsASecond(manager.Value('i', 7));
  const shared = readsASecond(new Value('i', 7));
  console.log(`from the manager: ${asked.toFixed(0)} a second`);
  console.log(`from shared memory: ${shared.toFixed(0)} a second`);
  console.log(`that is ${(shared / asked).toFixed(0)} times as many`);
}
