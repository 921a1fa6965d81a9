import { Manager, Process } from 'multiprocessing';
import type { DictProxy, EventProxy, IteratorProxy, PoolProxy } from 'multiprocessing/managers';
import time from 'time';
import { py } from './python-text';
function attempt(name: string, call: () => unknown) {
  try { console.log(name, py(call())); }
  catch (e) { console.log(name, (e as Error).name, (e as Error).message); }
}
function iterate(d: DictProxy, change: (d: DictProxy, key: number) => void) {
  const seen: unknown[] = [];
  for (const [key] of d) {
    seen.push(key);
    change(d, key as number);
  }
  return seen;
}
function grow(d: DictProxy, key: number) { d.set(key + 1, key); }
function stay(d: DictProxy, key: number) { d.set(key, key); }
function double([n, go]: [number, EventProxy]) {
  go.wait();
  return 2 * n;
}
function note(d: DictProxy, n: number, go: EventProxy) {
  go.wait();
  d.set(n, 'noted');
  return n;
}
function take(results: IteratorProxy<number>, d: DictProxy) {
  console.log('took', results.next().value);
  d.set('taken', true);
}
function join(pool: PoolProxy, d: DictProxy) {
  pool.join();
  d.set('joined', true);
}
if (import.meta.main) {
  using m = new Manager();
  const d = m.dict<unknown, unknown>(new Map([[1, 1]]));
  for (const [name, key] of [['list', [1]], ['dict', {}], ['set', new Set([1])]] as const) {
    attempt(name, () => d.set(key, 1));
    attempt(name, () => d.get(key));
    attempt(name, () => d.has(key));
    attempt(name, () => d.pop(key, 1));
    attempt(name, () => d.setdefault(key, 1));
  }
  attempt('update', () => d.update([[[1], 2]]));
  console.log(String(d));
  attempt('grow', () => iterate(d, grow));
  attempt('stay', () => iterate(d, stay));
  const l = m.list([3, 1, 3]);
  attempt('index', () => l.index(3, -1));
  attempt('index', () => l.index(3, -9));
  attempt('index', () => l.index(1, -1));
  const a = m.Array('i', [1, 2, 3]);
  a[-1] = 7;
  console.log(a[-1], a[-3], String(a));
  attempt('array', () => a[-4]);
  attempt('array', () => (a[-4] = 0));

  // Who waits for a result, or for the end of a pool, keeps nobody else waiting.
  const pool = m.Pool(1);
  const go = m.Event();
  const results = pool.imap(double, [[1, go]]);
  const taker = new Process({ target: take, args: [results, d] });
  taker.start();
  time.sleep(0.1);
  console.log(py(d.has('taken')));
  go.set();
  taker.join();
  console.log(py(d.has('taken')));
  attempt('end', () => results.next().value ?? 'no more');
  attempt('running', () => pool.join());
  // The workers need the manager to get done.
  go.clear();
  pool.starmapAsync(note, [[d, 8, go], [d, 9, go]]);
  pool.close();
  const joiner = new Process({ target: join, args: [pool, d] });
  joiner.start();
  time.sleep(0.1);
  console.log(py(d.has('joined')), py(d.has(8)));
  go.set();
  joiner.join();
  console.log(py(d.has('joined')), py(d.has(9)));
}
