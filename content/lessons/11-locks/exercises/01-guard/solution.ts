import { Lock, Process, RawValue } from 'multiprocessing';

const VISITORS = 2000;

function count(visitors: RawValue<'i'>, lock: Lock) {
  for (let i = 0; i < VISITORS; i++) {
    using _ = lock.hold();
    visitors.value += 1;
  }
}

if (import.meta.main) {
  const visitors = new RawValue('i', 0);
  const lock = new Lock();
  const doors = [1, 2].map(() => new Process({ target: count, args: [visitors, lock] }));
  for (const p of doors) p.start();
  for (const p of doors) p.join();
  console.log(visitors.value);
}
