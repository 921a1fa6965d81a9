import { Lock, Process } from 'multiprocessing';
import time from 'time';

function work(name: string, pan: Lock, spoon: Lock) {
  using _pan = pan.hold();
  time.sleep(0.3);
  using _spoon = spoon.hold();
  console.log(`  ${name} has both`);
}

if (import.meta.main) {
  const [pan, spoon] = [new Lock(), new Lock()];
  const anna = new Process({ name: 'Anna', target: work, args: ['Anna', pan, spoon] });
  const ben = new Process({ name: 'Ben', target: work, args: ['Ben', pan, spoon] });
  for (const p of [anna, ben]) p.start();
  for (const p of [anna, ben]) p.join();
  console.log('both are done');
}
