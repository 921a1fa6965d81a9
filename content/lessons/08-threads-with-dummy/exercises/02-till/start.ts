import { Lock, Thread } from 'threading';

const TIMES = 20_000;
let till = 0;
const lock = new Lock();

function plusOne(n: number) {
  for (let i = 0; i < 20; i++);
  return n + 1;
}

function sell() {
  for (let i = 0; i < TIMES; i++) {
    let now: number;
    {
      using _ = lock.hold();
      now = till;
    }
    now = plusOne(now);
    {
      using _ = lock.hold();
      till = now;
    }
  }
}

if (import.meta.main) {
  const sellers = [1, 2].map(() => new Thread({ target: sell }));
  for (const t of sellers) t.start();
  for (const t of sellers) t.join();
  console.log(till === 2 * TIMES ? 'every coin is there' : 'coins are missing');
}
