import { ValueError } from 'builtins';
import mp, { type Connection, type Queue } from 'multiprocessing';
import { assertEqual, assertGreaterEqual, assertIs, assertRaises, assertTrue } from './assertions';

function sendMethod(writer: Connection): void {
  writer.send(mp.getStartMethod());
}

function checkContext(context: Pick<typeof mp, 'Pipe' | 'Process' | 'getStartMethod'>): void {
  const [reader, writer] = context.Pipe(false);
  const p = new context.Process({ target: sendMethod, args: [writer] });
  p.start();
  writer.close();
  const method = reader.recv();
  reader.close();
  p.join();
  assertEqual(method, context.getStartMethod());
}

const METHODS = ['fork', 'spawn', 'forkserver'] as 'spawn'[];

/** Whether a method exists; CPython's test passes over those that do not. */
function exists(method: 'spawn'): boolean {
  try {
    mp.getContext(method);
    return true;
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}

export function testContext(): void {
  for (const method of METHODS) {
    if (!exists(method)) continue;
    const context = mp.getContext(method);
    assertEqual(context.getStartMethod(), method);
    assertIs(context.getContext(), context);
    assertRaises(ValueError, () => context.setStartMethod('spawn'));
    assertRaises(ValueError, () => context.setStartMethod(null));
    checkContext(context);
  }
}

export function testSetGet(): void {
  let count = 0;
  const old = mp.getStartMethod();
  try {
    for (const method of METHODS) {
      try {
        mp.setStartMethod(method, { force: true });
      } catch (error) {
        if (error instanceof ValueError) continue;
        throw error;
      }
      assertEqual(mp.getStartMethod(), method);
      const context = mp.getContext();
      assertEqual(context.getStartMethod(), method);
      assertTrue(context.constructor.name.toLowerCase().startsWith(method));
      assertTrue(context.Process.name.toLowerCase().startsWith(method));
      checkContext(mp);
      count++;
    }
  } finally {
    mp.setStartMethod(old, { force: true });
  }
  assertGreaterEqual(count, 1);
}

export function testGetAll(): void {
  assertEqual(mp.getAllStartMethods(), ['spawn']);
}

function putOne(queue: Queue<number>): void {
  queue.put(1);
}

function putTwoAndNestOnce(queue: Queue<number>): void {
  queue.put(2);
  const p = new mp.Process({ target: putOne, args: [queue] });
  p.start();
  p.join();
}

export function testNestedStartmethod(): void {
  const queue = new mp.Queue<number>();
  const p = new mp.Process({ target: putTwoAndNestOnce, args: [queue] });
  p.start();
  p.join();
  const results = new Set<number>();
  while (!queue.empty()) results.add(queue.get());
  assertEqual([...results].sort(), [1, 2]);
}
