import { RuntimeError, ValueError } from 'builtins';
import mp from 'multiprocessing';
import { wait } from 'multiprocessing/connection';
import os from 'os';
import signal from 'signal';
import sys from 'sys';
import time from 'time';
import {
  DELTA,
  LONG_TIMEOUT,
  TimingWrapper,
  assertEqual,
  assertFalse,
  assertIsInstance,
  assertIsNone,
  assertNotIn,
  assertRaises,
  assertTimingAlmostEqual,
  assertTrue,
  closeQueue,
  joinProcess,
} from './assertions';
import { type Connection, Event, Pipe, Process, Queue, TYPE, activeChildren, currentProcess, parentProcess } from './variant';

export function testCurrent(): void {
  const current = currentProcess();
  const authkey = current.authkey;
  assertTrue(current.isAlive());
  assertTrue(!current.daemon);
  assertIsInstance(authkey, Uint8Array);
  assertTrue(authkey.length > 0);
  assertEqual(current.ident, os.getpid());
  assertEqual(current.exitcode, null);
}

function putArgument(q: Queue<unknown>, argument: unknown): void {
  q.put(argument);
}

export function testArgsArgument(): void {
  for (const argument of [1, 'str', [1]]) {
    for (const readonly of [false, true]) {
      const args: [Queue<unknown>, unknown] = [new Queue<unknown>(1), argument];
      const [q] = args;
      const p = new Process({ target: putArgument, args: readonly ? Object.freeze(args) : args });
      p.daemon = true;
      p.start();
      assertEqual(q.get(), argument);
      p.join();
      closeQueue(q);
    }
  }
}

interface Keywords {
  hello: number;
  bye: number;
}

function report(q: Queue<unknown>, first: number, second: number, keywords: Keywords): void {
  const current = currentProcess();
  q.put([first, second]);
  q.put(keywords);
  q.put(current.name);
  if (TYPE !== 'threads') {
    q.put(new Uint8Array(current.authkey));
    q.put(current.pid);
  }
}

function nothing(): void {}

export function testDaemonArgument(): void {
  // By default that of the current process.
  assertEqual(new Process({ target: nothing }).daemon, currentProcess().daemon);
  assertTrue(new Process({ target: nothing, daemon: true }).daemon);
  assertFalse(new Process({ target: nothing, daemon: false }).daemon);
}

function sendParent(writer: Connection): void {
  const parent = parentProcess();
  writer.send([parent?.pid, parent?.name]);
}

export function testParentProcessAttributes(): void {
  assertIsNone(parentProcess());
  const [reader, writer] = Pipe(false);
  const p = new Process({ target: sendParent, args: [writer] });
  p.start();
  p.join();
  const [pid, name] = reader.recv() as [number, string];
  assertEqual(pid, currentProcess().pid);
  assertEqual(pid, os.getpid());
  assertEqual(name, currentProcess().name);
}

function createGrandchild(writer: Connection): void {
  const p = new Process({ target: reportParentStatus, args: [writer] });
  p.start();
  time.sleep(300);
}

function reportParentStatus(writer: Connection): void {
  const status = () => (parentProcess()?.isAlive() === true ? 'alive' : 'not alive');
  writer.send(status());
  parentProcess()?.join(LONG_TIMEOUT);
  writer.send(status());
}

export function testParentProcess(): void {
  // The grandchild notices that the child, its parent, is killed.
  const [reader, writer] = Pipe(false);
  const p = new Process({ target: createGrandchild, args: [writer] });
  p.start();
  if (!reader.poll(LONG_TIMEOUT)) throw new RuntimeError('Could not communicate with child process');
  assertEqual(reader.recv(), 'alive');
  p.terminate();
  p.join();
  if (!reader.poll(LONG_TIMEOUT)) throw new RuntimeError('Could not communicate with child process');
  assertEqual(reader.recv(), 'not alive');
}

export function testProcess(): void {
  const q = new Queue<unknown>(1);
  const keywords: Keywords = { hello: 23, bye: 2.54 };
  const p = new Process({ target: report, args: [q, 1, 2], kwargs: keywords, name: 'SomeProcess' });
  p.daemon = true;
  const current = currentProcess();
  if (TYPE !== 'threads') assertEqual(p.authkey, current.authkey);
  assertEqual(p.isAlive(), false);
  assertEqual(p.daemon, true);
  assertNotIn(p, activeChildren());
  assertTrue(Array.isArray(activeChildren()));
  assertEqual(p.exitcode, null);

  p.start();
  assertEqual(p.exitcode, null);
  assertEqual(p.isAlive(), true);
  assertTrue((activeChildren() as unknown[]).includes(p));
  assertEqual(q.get(), [1, 2]);
  assertEqual(q.get(), keywords);
  assertEqual(q.get(), p.name);
  if (TYPE !== 'threads') {
    assertEqual(q.get(), current.authkey);
    assertEqual(q.get(), p.pid);
  }

  p.join();
  assertEqual(p.exitcode, 0);
  assertEqual(p.isAlive(), false);
  assertNotIn(p, activeChildren());
  closeQueue(q);
}

function sleepLong(): void {
  time.sleep(100);
}

function kill(how: (p: Process) => void): number | null {
  const p = new Process({ target: sleepLong });
  p.daemon = true;
  p.start();
  assertEqual(p.isAlive(), true);
  assertTrue((activeChildren() as unknown[]).includes(p));
  assertEqual(p.exitcode, null);

  const join = new TimingWrapper((timeout?: number) => p.join(timeout));
  assertEqual(join.call(0), undefined);
  assertTimingAlmostEqual(join.elapsed, 0);
  assertEqual(p.isAlive(), true);
  assertEqual(join.call(-1), undefined);
  assertTimingAlmostEqual(join.elapsed, 0);
  assertEqual(p.isAlive(), true);

  time.sleep(1);
  how(p);
  assertEqual(join.call(), undefined);
  assertTimingAlmostEqual(join.elapsed, 0);
  assertEqual(p.isAlive(), false);
  assertNotIn(p, activeChildren());
  p.join();
  return p.exitcode;
}

export function testTerminate(): void {
  assertEqual(
    kill((p) => p.terminate()),
    -signal.SIGTERM,
  );
}

export function testKill(): void {
  assertEqual(
    kill((p) => p.kill()),
    -signal.SIGKILL,
  );
}

export function testCpuCount(): void {
  const count = mp.cpuCount();
  assertTrue(Number.isInteger(count));
  assertTrue(count >= 1);
}

export function testActiveChildren(): void {
  assertTrue(Array.isArray(activeChildren()));
  const p = new Process({ target: time.sleep, args: [DELTA] });
  assertNotIn(p, activeChildren());
  p.daemon = true;
  p.start();
  assertTrue((activeChildren() as unknown[]).includes(p));
  p.join();
  assertNotIn(p, activeChildren());
}

function recurse(writer: Connection, id: number[]): void {
  writer.send(id);
  if (id.length >= 2) return;
  for (let i = 0; i < 2; i++) {
    const p = new Process({ target: recurse, args: [writer, [...id, i]] });
    p.start();
    p.join();
  }
}

export function testRecursion(): void {
  const [reader, writer] = Pipe(false);
  recurse(writer, []);
  time.sleep(DELTA);
  const result: unknown[] = [];
  while (reader.poll()) result.push(reader.recv());
  assertEqual(result, [[], [0], [0, 0], [0, 1], [1], [1, 0], [1, 1]]);
}

function waitForEvent(event: Event): void {
  event.wait(10);
}

export function testSentinel(): void {
  const event = new Event();
  const p = new Process({ target: waitForEvent, args: [event] });
  assertRaises(ValueError, () => p.sentinel);
  p.start();
  const sentinel = p.sentinel;
  assertTrue(Number.isInteger(sentinel));
  assertEqual(wait([sentinel], 0), []);
  event.set();
  p.join();
  assertEqual(wait([sentinel], 1), [sentinel]);
}

function exitAfterItem({ q }: { q: Queue<null> }): void {
  q.get();
  sys.exit(0);
}

export function testClose(): void {
  const q = new Queue<null>();
  const p = new Process({ target: exitAfterItem, kwargs: { q } });
  p.daemon = true;
  p.start();
  assertEqual(p.isAlive(), true);
  // It is still alive and cannot be closed.
  assertRaises(ValueError, () => p.close());
  q.put(null);
  p.join();
  assertEqual(p.isAlive(), false);
  assertEqual(p.exitcode, 0);
  p.close();
  assertRaises(ValueError, () => p.isAlive());
  assertRaises(ValueError, () => p.join());
  assertRaises(ValueError, () => p.terminate());
  p.close();
  closeQueue(q);
}

export function testManyProcesses(): void {
  const count = 5;
  const short = Array.from({ length: count }, () => new Process({ target: time.sleep, args: [0.01] }));
  for (const p of short) p.start();
  for (const p of short) joinProcess(p);
  for (const p of short) assertEqual(p.exitcode, 0);

  const long = Array.from({ length: count }, () => new Process({ target: sleepLong }));
  for (const p of long) p.start();
  time.sleep(0.001);
  for (const p of long) p.terminate();
  for (const p of long) joinProcess(p);
  for (const p of long) assertEqual(p.exitcode, -signal.SIGTERM);
}

class Callable {
  call(q: Queue<number>, other: Callable): void {
    assertIsInstance(other, Callable);
    q.put(5);
  }
}

export function testLoseTargetRef(): void {
  const callable = new Callable();
  const q = new Queue<number>();
  const p = new Process({ target: callable.call.bind(callable), args: [q, callable] });
  p.start();
  p.join();
  assertEqual(q.get(), 5);
  closeQueue(q);
}
