import mp, { type Queue } from 'multiprocessing';
import { Empty } from 'queue';

function tryToGet(queue: Queue<unknown>): void {
  try {
    queue.get(false);
  } catch (error) {
    if (!(error instanceof Empty)) throw error;
  }
}

function startAnother(): void {
  const queue = new mp.Queue();
  const p = new mp.Process({ target: tryToGet, args: [queue] });
  p.daemon = true;
  p.start();
  p.join();
}

function square(x: number): number {
  return x * x;
}

function usePool(): void {
  const pool = new mp.Pool(4);
  pool.map(square, [1, 2, 3, 4, 5, 6, 7]);
  pool.close();
  pool.join();
}

export function testQueueInProcess(): void {
  const p = new mp.Process({ target: startAnother });
  p.start();
  p.join();
}

export function testPoolInProcess(): void {
  const p = new mp.Process({ target: usePool });
  p.start();
  p.join();
}
