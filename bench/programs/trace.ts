/* What `bench/trace.ts` runs with and without tracing. Prints microseconds for each operation as JSON. */
import { Lock, Pipe, Process, Queue } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';
import time from 'time';

const ROUNDS = 5;

function echo(conn: Connection) {
  for (let x = conn.recv(); x !== null; x = conn.recv()) conn.send(x);
}

function produce(queue: Queue<number>, count: number) {
  for (let n = 0; n < count; n++) queue.put(n);
}

/** The best of some rounds: what others do on the machine only ever adds. */
function microseconds(count: number, work: () => void) {
  work();
  const values = Array.from({ length: ROUNDS }, () => {
    const began = time.perfCounter();
    work();
    return ((time.perfCounter() - began) * 1e6) / count;
  });
  return Math.min(...values);
}

function locks() {
  const lock = new Lock();
  return microseconds(1_000_000, () => {
    for (let n = 0; n < 1_000_000; n++) {
      lock.acquire();
      lock.release();
    }
  });
}

function pipes() {
  const [here, there] = Pipe();
  const p = new Process({ target: echo, args: [there] });
  p.start();
  const taken = microseconds(4000, () => {
    for (let n = 0; n < 4000; n++) {
      here.send(n);
      here.recv();
    }
  });
  here.send(null);
  p.join();
  return taken;
}

function queues() {
  const count = 20_000;
  const queue = new Queue<number>();
  const p = new Process({ target: produce, args: [queue, count * (ROUNDS + 1)] });
  p.start();
  const taken = microseconds(count, () => {
    for (let n = 0; n < count; n++) queue.get();
  });
  p.join();
  return taken;
}

if (import.meta.main) console.log(JSON.stringify({ lock: locks(), pipe: pipes(), queue: queues() }));
