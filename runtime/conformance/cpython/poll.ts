import { bytes } from 'builtins';
import time from 'time';
import { assertEqual, assertTrue } from './assertions';
import { type Connection, Pipe, Process } from './variant';

export function testEmptyString(): void {
  const [a, b] = Pipe();
  assertEqual(a.poll(), false);
  b.sendBytes(bytes(''));
  assertEqual(a.poll(), true);
  assertEqual(a.poll(), true);
}

function sendStrings(conn: Connection, strings: string[]): void {
  for (const s of strings) {
    time.sleep(0.1);
    conn.sendBytes(bytes(s));
  }
  conn.close();
}

export function testStrings(): void {
  const strings = ['hello', '', 'a', 'b', '', 'bye', '', 'lop'];
  const [a, b] = Pipe();
  const p = new Process({ target: sendStrings, args: [b, strings] });
  p.start();
  for (const s of strings) {
    for (let i = 0; i < 200; i++) if (a.poll(0.01)) break;
    assertEqual(a.recvBytes(), bytes(s));
  }
  p.join();
}

function pollOnly(r: Connection): void {
  r.poll(5);
}

export function testBoundaries(): void {
  const [r, w] = Pipe(false);
  const p = new Process({ target: pollOnly, args: [r] });
  p.start();
  time.sleep(2);
  const messages = ['first', 'second'];
  for (const message of messages) w.sendBytes(bytes(message));
  w.close();
  p.join();
  assertTrue(messages.includes(new TextDecoder().decode(r.recvBytes())));
}

function sendThree(b: Connection): void {
  for (const s of ['a', 'b', 'cd']) b.sendBytes(bytes(s));
}

export function testDontMerge(): void {
  const [a, b] = Pipe();
  assertEqual(a.poll(0), false);
  assertEqual(a.poll(0.1), false);
  const p = new Process({ target: sendThree, args: [b] });
  p.start();
  assertEqual(a.recvBytes(), bytes('a'));
  assertEqual(a.poll(1), true);
  assertEqual(a.poll(1), true);
  assertEqual(a.recvBytes(), bytes('b'));
  assertEqual(a.poll(1), true);
  assertEqual(a.poll(1), true);
  assertEqual(a.poll(0), true);
  assertEqual(a.recvBytes(), bytes('cd'));
  p.join();
}
