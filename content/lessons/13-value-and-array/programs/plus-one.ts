import { Barrier, Process, Value } from 'multiprocessing';

const TIMES = 20000;

function careless(counter: Value<'i'>, gate: Barrier) {
  gate.wait();
  for (let i = 0; i < TIMES; i++) {
    counter.value += 1;
  }
}

function careful(counter: Value<'i'>, gate: Barrier) {
  gate.wait();
  for (let i = 0; i < TIMES; i++) {
    using _ = counter.hold();
    counter.value += 1;
  }
}

function run(name: string, target: (counter: Value<'i'>, gate: Barrier) => void) {
  const counter = new Value('i', 0);
  const gate = new Barrier(2);
  const workers = [1, 2].map(() => new Process({ target, args: [counter, gate] }));
  for (const p of workers) p.start();
  for (const p of workers) p.join();
  console.log(`${name}: ${counter.value} of ${2 * TIMES}`);
}

if (import.meta.main) {
  run('careless', careless);
  run('careful', careful);
}
