import { Barrier, Lock, Process } from 'multiprocessing';

function work(name: string, first: Lock, second: Lock, bothHaveOne: Barrier) {
  using _first = first.hold();
  bothHaveOne.wait();
  using _second = second.hold();
  console.log(`  ${name} has both`);
}

if (import.meta.main) {
  const [pan, spoon] = [new Lock(), new Lock()];
  const bothHaveOne = new Barrier(2);
  const anna = new Process({ name: 'Anna', target: work, args: ['Anna', pan, spoon, bothHaveOne] });
  const ben = new Process({ name: 'Ben', target: work, args: ['Ben', spoon, pan, bothHaveOne] });
  for (const p of [anna, ben]) p.start();
  for (const p of [anna, ben]) {
    p.join(2);
    console.log(p.name, p.isAlive() ? 'is still waiting' : 'is done');
  }
  for (const p of [anna, ben]) {
    p.terminate();
    p.join();
  }
}
