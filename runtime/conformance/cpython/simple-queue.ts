import mp from 'multiprocessing';
import { assertEqual, assertFalse, assertTrue } from './assertions';

function putEmpty(queue: mp.SimpleQueue<boolean>, childCanStart: mp.Event, parentCanContinue: mp.Event): void {
  childCanStart.wait();
  try {
    queue.put(queue.empty());
    queue.put(queue.empty());
  } finally {
    parentCanContinue.set();
  }
}

export function testEmpty(): void {
  const queue = new mp.SimpleQueue<boolean>();
  const childCanStart = new mp.Event();
  const parentCanContinue = new mp.Event();
  const p = new mp.Process({ target: putEmpty, args: [queue, childCanStart, parentCanContinue], daemon: true });
  p.start();
  assertTrue(queue.empty());
  childCanStart.set();
  parentCanContinue.wait();
  assertFalse(queue.empty());
  assertEqual(queue.get(), true);
  assertEqual(queue.get(), false);
  assertTrue(queue.empty());
  p.join();
}

export function testClose(): void {
  const queue = new mp.SimpleQueue();
  queue.close();
  queue.close();
}

export function testClosed(): void {
  const queue = new mp.SimpleQueue();
  queue.close();
  assertTrue(queue._reader.closed);
  assertTrue(queue._writer.closed);
}
