import { Pipe, Process } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';

function work<T, R>(connection: Connection<R[]>, f: (item: T) => R, items: T[]) {
  connection.send(items.map((item) => f(item)));
  connection.close();
}

function parallelMap<T, R>(f: (item: T) => R, items: T[], pieces: number) {
  const readers: Connection<R[]>[] = [];
  const workers: Process[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const [reader, writer] = Pipe<R[]>(false);
    const mine = items.filter((_, i) => i % pieces === piece);
    const p = new Process({ target: work<T, R>, args: [writer, f, mine] });
    p.start();
    writer.close();
    readers.push(reader);
    workers.push(p);
  }
  const results: R[] = [];
  for (const [piece, reader] of readers.entries()) {
    for (const [i, result] of reader.recv().entries()) {
      results[i * pieces + piece] = result;
    }
  }
  for (const p of workers) p.join();
  return results;
}

function square(n: number) {
  return n * n;
}

if (import.meta.main) {
  console.log(...parallelMap(square, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3));
}
