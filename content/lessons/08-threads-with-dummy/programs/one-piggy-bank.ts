import { Lock, Thread } from 'threading';

let coins = 0;
const lock = new Lock();

function oneMore(n: number) {
  return n + 1;
}

function careless(times: number) {
  for (let i = 0; i < times; i++) coins = oneMore(coins);
}

function careful(times: number) {
  for (let i = 0; i < times; i++) {
    using _ = lock.hold();
    coins = oneMore(coins);
  }
}

function run(save: (times: number) => void, times: number) {
  coins = 0;
  const savers = [1, 2].map(() => new Thread({ target: save, args: [times] }));
  for (const t of savers) t.start();
  for (const t of savers) t.join();
  console.log(`${save.name}: ${coins === 2 * times ? 'every coin is there' : 'coins are missing'}`);
}

if (import.meta.main) {
  run(careless, 20_000_000);
  run(careful, 30_000);
}
