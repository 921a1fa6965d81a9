import { Barrier, Manager, Process } from 'multiprocessing';
import type { AcquirerProxy, ValueProxy } from 'multiprocessing/managers';

const EACH = 200;

function careless(counter: ValueProxy<number>, gate: Barrier) {
  gate.wait();
  for (let i = 0; i < EACH; i++) counter.value += 1;
}

function careful(counter: ValueProxy<number>, gate: Barrier, lock: AcquirerProxy) {
  gate.wait();
  for (let i = 0; i < EACH; i++) {
    using _ = lock.hold();
    counter.value += 1;
  }
}

function together(both: Process[]) {
  for (const p of both) p.start();
  for (const p of both) p.join();
}

if (import.meta.main) {
  using manager = new Manager();
  const gate = new Barrier(2);
  const counter = manager.Value('i', 0);
  together([1, 2].map(() => new Process({ target: careless, args: [counter, gate] })));
  console.log('careless:', counter.value, 'of', 2 * EACH);
  counter.value = 0;
  const lock = manager.Lock();
  together([1, 2].map(() => new Process({ target: careful, args: [counter, gate, lock] })));
  console.log('careful:', counter.value, 'of', 2 * EACH);
}
