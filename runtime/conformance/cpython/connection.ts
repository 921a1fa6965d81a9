import { EOFError, OSError, bytes } from 'builtins';
import mp from 'multiprocessing';
import time from 'time';
import {
  TIMEOUT1,
  TimingWrapper,
  assertEqual,
  assertFalse,
  assertRaises,
  assertTimingAlmostEqual,
  assertTrue,
} from './assertions';
import { type Connection, Pipe, Process, TYPE } from './variant';

const SENTINEL = bytes('');

function echo(conn: Connection): void {
  for (let message = conn.recvBytes(); (message as Uint8Array | null)?.length !== 0; message = conn.recvBytes())
    conn.sendBytes(message);
  conn.close();
}

export function testConnection(): void {
  const [conn, childConn] = Pipe();
  const p = new Process({ target: echo, args: [childConn], daemon: true });
  p.start();

  const sequence = [1, 2.25, null];
  const message = bytes('hello world');
  const longMessage = bytes('hello world'.repeat(10));
  const numbers = Int32Array.of(0, 1, 2, 3);
  if (TYPE === 'processes') assertEqual(typeof conn.fileno(), 'number');

  assertEqual(conn.send(sequence), undefined);
  assertEqual(conn.recv(), sequence);
  assertEqual(conn.sendBytes(message), undefined);
  assertEqual(conn.recvBytes(), message);

  if (TYPE === 'processes') {
    const buffer = new Int32Array(10);
    assertEqual(conn.sendBytes(numbers), undefined);
    assertEqual(conn.recvBytesInto(buffer), numbers.byteLength);
    assertEqual([...buffer], [0, 1, 2, 3, 0, 0, 0, 0, 0, 0]);

    const shifted = new Int32Array(10);
    assertEqual(conn.sendBytes(numbers), undefined);
    assertEqual(conn.recvBytesInto(shifted, 3 * shifted.BYTES_PER_ELEMENT), numbers.byteLength);
    assertEqual([...shifted], [0, 0, 0, 0, 1, 2, 3, 0, 0, 0]);

    assertEqual(conn.sendBytes(longMessage), undefined);
    const error = assertRaises(mp.BufferTooShort, () => conn.recvBytesInto(new Uint8Array(40)));
    assertEqual(error.args, [longMessage]);
  }

  const poll = new TimingWrapper((...rest: [number?]) => conn.poll(...rest));
  assertEqual(poll.call(), false);
  assertTimingAlmostEqual(poll.elapsed, 0);
  assertEqual(poll.call(-1), false);
  assertTimingAlmostEqual(poll.elapsed, 0);
  assertEqual(poll.call(TIMEOUT1), false);
  assertTimingAlmostEqual(poll.elapsed, TIMEOUT1);

  conn.send(null);
  time.sleep(0.1);
  assertEqual(poll.call(TIMEOUT1), true);
  assertTimingAlmostEqual(poll.elapsed, 0);
  assertEqual(conn.recv(), null);

  const reallyBigMessage = new Uint8Array(1024 * 1024 * 16).fill('X'.charCodeAt(0));
  conn.sendBytes(reallyBigMessage);
  const answer = conn.recvBytes();
  assertEqual(answer.length, reallyBigMessage.length);
  assertTrue(answer.every((byte) => byte === 88));

  conn.sendBytes(SENTINEL);
  childConn.close();
  if (TYPE === 'processes') {
    assertEqual(conn.readable, true);
    assertEqual(conn.writable, true);
    assertRaises(EOFError, () => conn.recv());
    assertRaises(EOFError, () => conn.recvBytes());
  }
  p.join();
}

export function testDuplexFalse(): void {
  const [reader, writer] = Pipe(false);
  assertEqual(writer.send(1), undefined);
  assertEqual(reader.recv(), 1);
  if (TYPE !== 'processes') return;
  assertEqual(reader.readable, true);
  assertEqual(reader.writable, false);
  assertEqual(writer.readable, false);
  assertEqual(writer.writable, true);
  assertRaises(OSError, () => reader.send(2));
  assertRaises(OSError, () => writer.recv());
  assertRaises(OSError, () => writer.poll());
}

export function testSpawnClose(): void {
  const [conn, childConn] = Pipe();
  const p = new Process({ target: echo, args: [childConn], daemon: true });
  p.start();
  childConn.close();
  const message = bytes('hello');
  conn.sendBytes(message);
  assertEqual(conn.recvBytes(), message);
  conn.sendBytes(SENTINEL);
  conn.close();
  p.join();
}

export function testSendbytes(): void {
  const message = bytes('abcdefghijklmnopqrstuvwxyz');
  const [a, b] = Pipe();
  a.sendBytes(message);
  assertEqual(b.recvBytes(), message);
  a.sendBytes(message, 5);
  assertEqual(b.recvBytes(), message.subarray(5));
  a.sendBytes(message, 7, 8);
  assertEqual(b.recvBytes(), message.subarray(7, 7 + 8));
  a.sendBytes(message, 26);
  assertEqual(b.recvBytes(), bytes(''));
  a.sendBytes(message, 26, 0);
  assertEqual(b.recvBytes(), bytes(''));
  for (const rest of [[27], [22, 5], [26, 1], [-1], [4, -1]]) {
    const [offset, size] = rest;
    assertRaises(Error, () => a.sendBytes(message, offset, size));
  }
}

export function testContext(): void {
  const [a, b] = Pipe();
  {
    using _a = a;
    using _b = b;
    a.send(1729);
    assertEqual(b.recv(), 1729);
    if (TYPE === 'processes') {
      assertFalse(a.closed);
      assertFalse(b.closed);
    }
  }
  if (TYPE !== 'processes') return;
  assertTrue(a.closed);
  assertTrue(b.closed);
  assertRaises(OSError, () => a.recv());
  assertRaises(OSError, () => b.recv());
}
