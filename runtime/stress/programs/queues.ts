import mp from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import { check, randomBy } from './random';

/*
 * queues.ts SEED SCALE: four producers, four consumers, and messages from a few bytes to more than a pipe holds. Everything
 * arrives once, and what a producer has put arrives in its order.
 */

const WORKERS = 4;
type Message = readonly [producer: number, sequence: number, payload: string];

interface Line<T> {
  put(item: T): void;
  get(): T;
}

function produce(queue: Line<Message | null>, producer: number, count: number, seed: number): void {
  const random = randomBy(seed);
  for (const sequence of range(count)) {
    const length = random() < 0.02 ? 100_000 : Math.floor(random() * 200);
    queue.put([producer, sequence, 'x'.repeat(length)]);
  }
}

function consume(queue: Line<Message | null>, results: Line<[number, number][]>): void {
  const seen: [number, number][] = [];
  for (let item = queue.get(); item !== null; item = queue.get()) seen.push([item[0], item[1]]);
  results.put(seen);
}

function run(name: string, queue: Line<Message | null>, count: number, seed: number): void {
  const results = new mp.Queue<[number, number][]>();
  const producers = range(WORKERS).map(
    (producer) => new mp.Process({ target: produce, args: [queue, producer, count, seed + producer] }),
  );
  const consumers = range(WORKERS).map(() => new mp.Process({ target: consume, args: [queue, results] }));
  for (const process of [...consumers, ...producers]) process.start();
  for (const process of producers) process.join();
  for (const _ of consumers) queue.put(null);
  const all = consumers.map(() => results.get());
  for (const process of consumers) process.join();
  for (const seen of all) {
    const last = new Map<number, number>();
    for (const [producer, sequence] of seen) {
      check(sequence > (last.get(producer) ?? -1), `${name}: ${producer}'s ${sequence} came after ${last.get(producer)}`);
      last.set(producer, sequence);
    }
  }
  const distinct = new Set(all.flat().map(([producer, sequence]) => producer * count + sequence));
  const total = all.reduce((sum, { length }) => sum + length, 0);
  check(
    total === WORKERS * count && distinct.size === total,
    `${name}: ${total}, ${distinct.size} different, of ${WORKERS * count}`,
  );
}

if (import.meta.main) {
  const [, seed = '1', scale = '1'] = sys.argv;
  const count = Math.ceil(2000 * Number(scale));
  run('Queue', new mp.Queue(), count, Number(seed));
  run('Queue(7)', new mp.Queue(7), count, Number(seed));
  run('JoinableQueue', new mp.JoinableQueue(), count, Number(seed));
  run('SimpleQueue', new mp.SimpleQueue(), count, Number(seed));
  using manager = new mp.Manager();
  run("manager's Queue", manager.Queue(), Math.ceil(count / 20), Number(seed));
  console.log('ok');
}
