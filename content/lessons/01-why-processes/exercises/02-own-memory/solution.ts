import { Process } from 'multiprocessing';
import sys from 'sys';

function measure(word: string) {
  sys.exit(word.length);
}

if (import.meta.main) {
  let letters = 0;
  for (const word of ['fork', 'spawn', 'run']) {
    const p = new Process({ target: measure, args: [word] });
    p.start();
    p.join();
    letters += p.exitcode ?? 0;
  }
  console.log(`letters: ${letters}`);
}
