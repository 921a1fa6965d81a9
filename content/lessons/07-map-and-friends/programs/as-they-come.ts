import { Pool } from 'multiprocessing';
import time from 'time';

const SECONDS = { tortoise: 1.2, dog: 0.8, hare: 0.4 };
type Animal = keyof typeof SECONDS;
const ANIMALS: Animal[] = ['tortoise', 'dog', 'hare'];

function run(animal: Animal) {
  time.sleep(SECONDS[animal]);
  return animal;
}

function announce(way: string, arrivals: Iterable<Animal>) {
  const before = time.perfCounter();
  for (const animal of arrivals) {
    console.log(`${way}: ${animal} after ${(time.perfCounter() - before).toFixed(1)} s`);
  }
}

if (import.meta.main) {
  using pool = new Pool(3);
  announce('in order', pool.imap(run, ANIMALS));
  announce('as they come', pool.imapUnordered(run, ANIMALS));
}
