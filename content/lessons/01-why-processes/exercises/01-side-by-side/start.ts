import { Process } from 'multiprocessing';
import time from 'time';

function count(letter: string) {
  time.sleep(0.6);
  console.log(`${letter} has counted`);
}

if (import.meta.main) {
  for (const letter of ['a', 'b', 'c']) {
    const p = new Process({ name: letter, target: count, args: [letter] });
    p.start();
    p.join();
  }
  console.log('all have counted');
}
