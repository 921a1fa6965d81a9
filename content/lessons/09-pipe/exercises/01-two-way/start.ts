import { Pipe, Process } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';

function calculate(line: Connection<number, number | null>) {
  for (let n = line.recv(); n !== null; n = line.recv()) {
    line.send(n * n);
  }
}

if (import.meta.main) {
  const [mine, theirs] = Pipe<number | null, number>();
  const p = new Process({ name: 'calculator', target: calculate, args: [theirs] });
  p.start();

  mine.send(null);
  p.join();
}
