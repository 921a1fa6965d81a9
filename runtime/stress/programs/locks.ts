import mp from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import { check } from './random';

/*
 * locks.ts SEED SCALE: four processes add under each kind of lock, and no addition is lost.
 */

const PROCESSES = 4;

interface Holdable {
  acquire(): boolean;
  release(): void;
}

function add(lock: Holdable, counter: { value: number }, begin: mp.Barrier, count: number): void {
  begin.wait();
  for (let n = 0; n < count; n++) {
    lock.acquire();
    counter.value += 1;
    lock.release();
  }
}

function addByValue(counter: mp.Value<'i'>, begin: mp.Barrier, count: number): void {
  begin.wait();
  for (let n = 0; n < count; n++) {
    using _ = counter.hold();
    counter.value += 1;
  }
}

function start<A extends unknown[]>(target: (...args: A) => void, args: A): void {
  const processes = range(PROCESSES).map(() => new mp.Process<A>({ target, args } as mp.ProcessOptions<A>));
  for (const process of processes) process.start();
  for (const process of processes) process.join();
  for (const process of processes) check(process.exitcode === 0, `a process ended with ${process.exitcode}`);
}

if (import.meta.main) {
  const [, , scale = '1'] = sys.argv;
  const count = 100_000 * Number(scale);
  const locks: Record<string, Holdable> = {
    Lock: new mp.Lock(),
    RLock: new mp.RLock(),
    Semaphore: new mp.Semaphore(1),
    BoundedSemaphore: new mp.BoundedSemaphore(1),
    Condition: new mp.Condition(),
  };
  for (const [name, lock] of Object.entries(locks)) {
    const counter = new mp.RawValue('i', 0);
    start(add, [lock, counter, new mp.Barrier(PROCESSES), count]);
    check(counter.value === PROCESSES * count, `${name}: ${counter.value} of ${PROCESSES * count}`);
  }
  const value = new mp.Value('i', 0);
  start(addByValue, [value, new mp.Barrier(PROCESSES), count]);
  check(value.value === PROCESSES * count, `Value: ${value.value} of ${PROCESSES * count}`);

  using manager = new mp.Manager();
  const few = Math.ceil(count / 500);
  for (const [name, lock] of Object.entries({ Lock: manager.Lock(), RLock: manager.RLock(), Semaphore: manager.Semaphore(1) })) {
    const counter = manager.Value('i', 0);
    start(add, [lock, counter, new mp.Barrier(PROCESSES), few]);
    check(counter.value === PROCESSES * few, `manager's ${name}: ${counter.value} of ${PROCESSES * few}`);
  }
  console.log('ok');
}
