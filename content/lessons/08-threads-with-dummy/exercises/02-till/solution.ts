import { Lock, Thread } from 'threading';
import { sleep } from 'time';

const TIMES = 20;
let till = 0;
const lock = new Lock();

function plusOne(coins: number) {
  sleep(0.001); // counting takes a moment
  return coins + 1;
}

function sell() {
  for (let i = 0; i < TIMES; i++) {
    using _ = lock.hold();
    till = plusOne(till);
  }
}

if (import.meta.main) {
  const sellers = ['Ann', 'Ben'].map((name) => new Thread({ name, target: sell }));
  for (const t of sellers) t.start();
  for (const t of sellers) t.join();
  console.log(till === 2 * TIMES ? 'every coin is there' : 'coins are missing');
}
