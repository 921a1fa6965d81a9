import { Pool } from 'multiprocessing';
import { ValueError } from 'builtins';

const basket: number[] = [];

function crack(egg: number) {
  if (egg === 3) throw new ValueError(`egg ${egg} is bad`);
  return egg;
}

function intoTheBasket(egg: number) {
  basket.push(egg);
}

function complain(error: unknown) {
  if (error instanceof ValueError) console.log('sorry:', error.message);
}

if (import.meta.main) {
  {
    using pool = new Pool(2);
    for (let egg = 1; egg < 6; egg++) {
      pool.applyAsync(crack, [egg], {}, { callback: intoTheBasket, errorCallback: complain });
    }
    pool.close();
    pool.join();
  }
  console.log('in the basket:', ...basket.sort());
}
