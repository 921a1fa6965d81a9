import { EOFError } from 'builtins';
import mp from 'multiprocessing';
import { wait } from 'multiprocessing/connection';
import os from 'os';
import time from 'time';
import { CLOCK_RES, assertEqual, assertGreater, assertLess, assertTrue } from './assertions';

type Message = [number, number];

function sendTen(w: mp.Connection, slow: boolean): void {
  for (let i = 0; i < 10; i++) {
    if (slow) time.sleep(Math.random() * 0.1);
    w.send([i, os.getpid()]);
  }
  w.close();
}

function gather(slow: boolean): void {
  const readers: mp.Connection<Message>[] = [];
  const processes: mp.Process<never>[] = [];
  const messages: Message[] = [];
  for (let i = 0; i < 4; i++) {
    const [r, w] = mp.Pipe<Message>(false);
    const p = new mp.Process({ target: sendTen, args: [w as unknown as mp.Connection, slow], daemon: true });
    p.start();
    w.close();
    readers.push(r);
    processes.push(p as unknown as mp.Process<never>);
  }
  while (readers.length > 0) {
    for (const r of wait(readers)) {
      try {
        messages.push(r.recv());
      } catch (error) {
        if (!(error instanceof EOFError)) throw error;
        readers.splice(readers.indexOf(r), 1);
        r.close();
      }
    }
  }
  const inOrder = (a: Message, b: Message) => a[0] - b[0] || a[1] - b[1];
  const expected = [...Array(10).keys()].flatMap((i) => processes.map((p): Message => [i, p.pid ?? 0]));
  assertEqual(messages.sort(inOrder), expected.sort(inOrder));
  for (const p of processes) p.join();
}

export function testWait(): void {
  gather(false);
}

export function testWaitSlow(): void {
  gather(true);
}

export function testWaitTimeout(): void {
  const timeout = 5;
  const [a, b] = mp.Pipe();
  const start = time.monotonic();
  assertEqual(wait([a, b], timeout), []);
  assertGreater(time.monotonic() - start, timeout - CLOCK_RES);
  b.send(null);
  assertEqual(wait([a, b], 20), [a]);
}

function signalAndSleep(sem: mp.Semaphore, period: number): void {
  sem.release();
  time.sleep(period);
}

export function testWaitInteger(): void {
  const expected = 3;
  const sem = new mp.Semaphore(0);
  const [a, b] = mp.Pipe();
  const p = new mp.Process({ target: signalAndSleep, args: [sem, expected] });
  p.start();
  assertEqual(typeof p.sentinel, 'number');
  assertTrue(sem.acquire(true, 20));

  let start = time.monotonic();
  assertTrue(areSame(wait([a, p.sentinel, b], expected + 20), [p.sentinel]));
  const delta = time.monotonic() - start;
  assertLess(delta, expected + 2);
  assertGreater(delta, expected - 2);

  a.send(null);
  start = time.monotonic();
  assertTrue(areSame(wait([a, p.sentinel, b], 20), [p.sentinel, b]));
  assertLess(time.monotonic() - start, 0.4);

  b.send(null);
  start = time.monotonic();
  assertTrue(areSame(wait([a, p.sentinel, b], 20), [a, p.sentinel, b]));
  assertLess(time.monotonic() - start, 0.4);
  p.terminate();
  p.join();
}

function areSame(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((object) => second.includes(object));
}

export function testNegTimeout(): void {
  const [a, b] = mp.Pipe();
  const start = time.monotonic();
  assertEqual(wait([a], -1), []);
  assertLess(time.monotonic() - start, 1);
  a.close();
  b.close();
}
