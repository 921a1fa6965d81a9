/* The rows of docs/performance.md. Prints { row: [values] } as JSON. */
import { Barrier, Lock, Manager, Pipe, Pool, Process, Queue, Semaphore, Value } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';
import time from 'time';

const ROUNDS = 7;

type Rows = Record<string, number[]>;

function nothing() {}

function same(x: number) {
  return x;
}

function echo(conn: Connection) {
  for (let x = conn.recv(); x !== null; x = conn.recv()) conn.send(x);
}

function produce(queue: Queue<number>, go: Semaphore, count: number) {
  for (let round = 0; round <= ROUNDS; round++) {
    go.acquire();
    for (let n = 0; n < count; n++) queue.put(n);
  }
}

function add(value: Value<'i'>, barrier: Barrier, count: number) {
  const lock = value.getLock();
  for (let round = 0; round <= ROUNDS; round++) {
    barrier.wait();
    for (let i = 0; i < count; i++) {
      lock.acquire();
      value.value += 1;
      lock.release();
    }
    barrier.wait();
  }
}

function compute(_: number) {
  let total = 0;
  for (let n = 0; n < 40_000_000; n++) total += (n * n) % 7;
  return total;
}

function seconds(work: () => void) {
  const began = time.perfCounter();
  work();
  return time.perfCounter() - began;
}

function rounds(measure: () => number) {
  return Array.from({ length: ROUNDS }, measure);
}

function milliseconds(work: () => void) {
  work();
  return rounds(() => seconds(work) * 1000);
}

function aSecond(count: number, work: () => void) {
  work();
  return rounds(() => count / seconds(work));
}

function times(count: number, work: () => void) {
  return () => {
    for (let i = 0; i < count; i++) work();
  };
}

function processes(rows: Rows) {
  const startAndJoin = () => {
    const p = new Process({ target: nothing });
    p.start();
    p.join();
  };
  startAndJoin();
  rows['start'] = rounds(() => {
    // Warm: as after a moment of reading, there is a worker waiting.
    time.sleep(0.2);
    return seconds(startAndJoin) * 1000;
  });
}

function pools(rows: Rows) {
  using pool = new Pool(2);
  const items = Array.from({ length: 10_000 }, (_, n) => n);
  rows['apply'] = aSecond(
    5000,
    times(5000, () => pool.apply(same, [1])),
  );
  rows['map'] = milliseconds(() => pool.map(same, items));
  rows['map1'] = milliseconds(() => pool.map(same, items, 1));
  compute(0);
  pool.map(compute, [0, 1], 1);
  const alone = rounds(() => seconds(() => [compute(0), compute(1)]));
  const together = rounds(() => seconds(() => pool.map(compute, [0, 1], 1)));
  rows['speedup'] = alone.map((value, round) => value / (together[round] ?? NaN));
}

function pipes(rows: Rows) {
  const [here, there] = Pipe();
  const p = new Process({ target: echo, args: [there] });
  p.start();
  const thereAndBack = (x: unknown) => {
    here.send(x);
    here.recv();
  };
  const megabyte = new Float64Array(131_072).fill(0.5);
  rows['megabyte'] = milliseconds(() => thereAndBack(megabyte));
  rows['objects'] = aSecond(
    5000,
    times(5000, () => thereAndBack({ id: 1, name: 'x' })),
  );
  here.send(null);
  p.join();
}

function queues(rows: Rows) {
  const count = 30_000;
  const queue = new Queue<number>();
  const go = new Semaphore(0);
  const p = new Process({ target: produce, args: [queue, go, count] });
  p.start();
  rows['queue'] = aSecond(count, () => {
    go.release();
    for (let n = 0; n < count; n++) queue.get();
  });
  p.join();
}

function locks(rows: Rows) {
  const lock = new Lock();
  rows['lock'] = aSecond(2_000_000, () => {
    for (let n = 0; n < 2_000_000; n++) {
      lock.acquire();
      lock.release();
    }
  });
  const count = 500_000;
  const value = new Value('i', 0);
  const barrier = new Barrier(3);
  const adders = [1, 2].map(() => new Process({ target: add, args: [value, barrier, count] }));
  for (const p of adders) p.start();
  rows['value'] = aSecond(2 * count, () => {
    barrier.wait();
    barrier.wait();
  });
  for (const p of adders) p.join();
  // A double unlock looks fast.
  if (value.value !== 2 * count * (ROUNDS + 1)) throw new Error(`Lost updates: ${value.value}`);
}

function managers(rows: Rows) {
  using manager = new Manager();
  const d = manager.dict({ a: 1 });
  rows['get'] = aSecond(
    3000,
    times(3000, () => d.get('a')),
  );
  rows['set'] = aSecond(
    3000,
    times(3000, () => d.set('a', 2)),
  );
}

if (import.meta.main) {
  const rows: Rows = {};
  for (const measure of [processes, pools, pipes, queues, locks, managers]) measure(rows);
  console.log(JSON.stringify(rows));
}
