import { Manager, Process } from 'multiprocessing';
import time from 'time';
import { py } from './python-text';
function attempt(name: string, call: () => unknown) {
  try { console.log(name, py(call())); }
  catch (e) { console.log(name, (e as Error).name, (e as Error).message); }
}
function iterate(d: any, change: (d: any, key: number) => void) {
  const seen: number[] = [];
  for (const [key] of d) {
    seen.push(key);
    change(d, key);
  }
  return seen;
}
function grow(d: any, key: number) { d.set(key + 1, key); }
function stay(d: any, key: number) { d.set(key, key); }
function double([n, go]: [number, any]) {
  go.wait();
  return 2 * n;
}
function note(d: any, n: number, go: any) {
  go.wait();
  d.set(n, 'noted');
  return n;
}
function take(results: any, d: any) {
  console.log('took', results.next().value);
  d.set('taken', true);
}
function join(pool: any, d: any) {
  pool.join();
  d.set('joined', true);
}
if (import.meta.main) {
  using m: any = new Manager();
  const d = m.dict(new Map([[1, 1]]));
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
  let p: Process<any> = new Process({ target: take, args: [results, d] });
  p.start();
  time.sleep(0.1);
  console.log(py(d.has('taken')));
  go.set();
  p.join();
  console.log(py(d.has('taken')));
  attempt('end', () => results.next().value ?? 'no more');
  attempt('running', () => pool.join());
  // The workers need the manager to get done.
  go.clear();
  pool.starmapAsync(note, [[d, 8, go], [d, 9, go]]);
  pool.close();
  p = new Process({ target: join, args: [pool, d] });
  p.start();
  time.sleep(0.1);
  console.log(py(d.has('joined')), py(d.has(8)));
  go.set();
  p.join();
  console.log(py(d.has('joined')), py(d.has(9)));
}
