import { bytes } from 'builtins';
import { type Address, Client, Listener } from 'multiprocessing/connection';
import time from 'time';
import { assertEqual, assertTrue } from './assertions';
import { Process } from './variant';

const FAMILIES = ['AF_INET', 'AF_UNIX'] as const;

function sayHello(address: Address): void {
  const conn = Client(address);
  conn.send('hello');
  conn.close();
}

export function testListenerClient(): void {
  for (const family of FAMILIES) {
    const l = new Listener(null, { family });
    const p = new Process({ target: sayHello, args: [l.address], daemon: true });
    p.start();
    const conn = l.accept();
    assertEqual(conn.recv(), 'hello');
    p.join();
    l.close();
  }
}

export function testIssue14725(): void {
  const l = new Listener();
  const p = new Process({ target: sayHello, args: [l.address], daemon: true });
  p.start();
  time.sleep(1);
  const conn = l.accept();
  assertEqual(conn.recv(), 'hello');
  conn.close();
  p.join();
  l.close();
}

export function testIssue16955(): void {
  for (const family of FAMILIES) {
    const l = new Listener(null, { family });
    const c = Client(l.address);
    const a = l.accept();
    a.sendBytes(bytes('hello'));
    assertTrue(c.poll(1));
    a.close();
    c.close();
    l.close();
  }
}
