import { MemoryError, range } from 'builtins';
import mp from 'multiprocessing';
import { Client, Listener } from 'multiprocessing/connection';
import { BufferWrapper } from 'multiprocessing/heap';
import { SharedMemory, ShareableList } from 'multiprocessing/shared_memory';
import sys from 'sys';
import time from 'time';
import { check } from './random';

/*
 * objects.ts SEED SCALE: ten thousand of each object are made and dropped, and the machine's memory is as it was. What can be
 * closed is given back then, in one process; what cannot, at the end of the process that made it.
 */

const CYCLES = 10_000;
const SIZE = 1 << 16;

function nothing(): void {}

/** Who closes. */
const closed: Record<string, () => void> = {
  Pipe: () => {
    for (const connection of mp.Pipe()) connection.close();
  },
  Queue: () => {
    const queue = new mp.Queue<number>();
    queue.put(1);
    queue.get();
    queue.close();
    queue.joinThread();
  },
  SimpleQueue: () => new mp.SimpleQueue().close(),
  SharedMemory: () => {
    const block = new SharedMemory({ create: true, size: SIZE });
    block.close();
    block.unlink();
  },
  ShareableList: () => {
    const { shm } = new ShareableList([1, 'two', null]);
    shm.close();
    shm.unlink();
  },
  BufferWrapper: () => new BufferWrapper(SIZE).free(),
  Listener: () => {
    const listener = new Listener();
    const client = Client(listener.address);
    const server = listener.accept();
    for (const end of [client, server, listener]) end.close();
  },
};

/** Who is given back when its process ends. */
const kept: Record<string, () => unknown> = {
  Lock: () => new mp.Lock(),
  RLock: () => new mp.RLock(),
  Semaphore: () => new mp.Semaphore(1),
  BoundedSemaphore: () => new mp.BoundedSemaphore(1),
  Condition: () => new mp.Condition(),
  JoinableQueue: () => {
    const queue = new mp.JoinableQueue<number>();
    queue.put(1);
    queue.get();
    queue.taskDone();
    queue.close();
    queue.joinThread();
  },
  Event: () => new mp.Event(),
  Barrier: () => new mp.Barrier(2),
  Value: () => new mp.Value('d', 1),
  Array: () => new mp.Array('i', 16),
  RawValue: () => new mp.RawValue('i', 1),
  RawArray: () => new mp.RawArray('d', 16),
};

function makeMany(names: readonly string[], count: number): void {
  for (const name of names) for (let n = 0; n < count; n++) kept[name]?.();
}

/** The largest block that there is room for, to the nearest 4 KiB. */
function room(): number {
  let fits = 0;
  for (let step = 1 << 28; step >= 4096; step >>= 1) {
    try {
      const block = new SharedMemory({ create: true, size: fits + step });
      block.close();
      block.unlink();
      fits += step;
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
    }
  }
  return fits;
}

/** What a process held comes back a moment after its end. */
function settledRoom(wanted: number): number {
  let now = room();
  for (const deadline = time.monotonic() + 5; now < wanted && time.monotonic() < deadline; now = room()) time.sleep(0.1);
  return now;
}

/** What a kind needs once and for all: the first of it, an arena. */
const SLACK = 256 * 1024;

function checkRoomAfter(what: string, action: () => void): void {
  const before = room();
  action();
  const after = settledRoom(before - SLACK);
  check(after >= before - SLACK, `${what}: ${before - after} bytes fewer`);
}

function inProcess<A extends unknown[]>(target: (...args: A) => void, args: A): void {
  const process = new mp.Process<A>({ target, args } as mp.ProcessOptions<A>);
  process.start();
  process.join();
  check(process.exitcode === 0, `a process ended with ${process.exitcode}`);
  process.close();
}

/** To look how much room there is takes longer than a few cycles do. */
function grouped(names: readonly string[], isInFull: boolean): string[][] {
  return isInFull ? names.map((name) => [name]) : [[...names]];
}

if (import.meta.main) {
  const [, , scale = '1'] = sys.argv;
  const count = Math.ceil(CYCLES * Number(scale));
  const isInFull = count === CYCLES;
  for (const cycle of Object.values(closed)) cycle();
  for (const names of grouped(Object.keys(closed), isInFull)) {
    checkRoomAfter(names.join(', '), () => {
      for (const name of names) for (let n = 0; n < count; n++) closed[name]?.();
    });
  }
  for (const names of grouped(Object.keys(kept), isInFull)) {
    checkRoomAfter(names.join(', '), () => inProcess(makeMany, [names, count]));
  }
  checkRoomAfter('Process', () => {
    for (const _ of range(Math.ceil(count / 100))) inProcess(nothing, []);
  });
  console.log('ok');
}
