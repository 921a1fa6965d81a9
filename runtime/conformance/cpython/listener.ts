import { OSError } from 'builtins';
import { Client, Listener } from 'multiprocessing/connection';
import { assertEqual, assertRaises } from './assertions';

export function testMultipleBind(): void {
  for (const family of ['AF_INET', 'AF_UNIX'] as const) {
    const l = new Listener(null, { family });
    assertRaises(OSError, () => new Listener(l.address, { family }));
    l.close();
  }
}

export function testContext(): void {
  let listener;
  {
    using l = new Listener();
    using c = Client<number>(l.address);
    using d = l.accept<number>();
    c.send(1729);
    assertEqual(d.recv(), 1729);
    listener = l;
  }
  const closed = listener;
  assertRaises(OSError, () => closed.accept());
}
