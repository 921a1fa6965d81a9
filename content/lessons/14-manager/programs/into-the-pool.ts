import { RuntimeError, range } from 'builtins';
import { Lock, Manager, Pool } from 'multiprocessing';

function payIn(purse: { coins: number }, lock: { hold(): Disposable }, coins: number) {
  using _ = lock.hold();
  purse.coins = purse.coins + coins;
}

if (import.meta.main) {
  using manager = new Manager();
  using pool = new Pool(3);
  const purse = manager.Namespace({ coins: 0 });
  try {
    pool.apply(payIn, [purse, new Lock(), 5]);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
  const lock = manager.Lock();
  pool.starmap(payIn, [...range(1, 11)].map((coins) => [purse, lock, coins] as const));
  console.log('coins in the purse:', purse.coins);
}
