import { Barrier, Process, Value } from 'multiprocessing';

const STEPS = 30_000;

function walk(steps: Value<'i'>, together: Barrier) {
  together.wait();
  for (let i = 0; i < STEPS; i++) {
    steps.value += 1;
  }
}

if (import.meta.main) {
  const steps = new Value('i', 0);
  const together = new Barrier(2);
  const feet = [1, 2].map(() => new Process({ target: walk, args: [steps, together] }));
  for (const p of feet) p.start();
  for (const p of feet) p.join();
  console.log(steps.value);
}
