import { Process } from 'multiprocessing';
import sys from 'sys';

let letters = 0;

function measure(word: string) {
  letters += word.length;
}

if (import.meta.main) {
  for (const word of ['fork', 'spawn', 'run']) {
    const p = new Process({ target: measure, args: [word] });
    p.start();
    p.join();
  }
  console.log(`letters: ${letters}`);
}
