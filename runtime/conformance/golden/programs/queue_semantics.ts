import mp from 'multiprocessing';
import pickle from 'pickle';
import queue from 'queue';
import time from 'time';

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${moduleOf(e as Error)}.${(e as Error).name}:`, (e as Error).message); }
}

/** Where Python has the class of an exception. */
function moduleOf({ name }: Error) {
  const modules: Record<string, string> = { Empty: '_queue', Full: 'queue', BufferTooShort: 'multiprocessing.context', BrokenBarrierError: 'threading', UnpicklingError: '_pickle' };
  return modules[name] ?? 'builtins';
}

function put(q: mp.Queue<number>, v: number) { q.put(v); }

if (import.meta.main) {
  let q = new mp.Queue<any>(3);
  t('get_nowait', () => q.getNowait()); t('get(timeout=.1)', () => q.get(true, 0.1)); t('get(False)', () => q.get(false)); t('get(timeout=-1)', () => q.get(true, -1)); t('get(timeout=0)', () => q.get(true, 0));
  t('empty', () => q.empty()); t('qsize', () => q.qsize()); t('full', () => q.full());
  q.put(1); q.put('b'); q.put(null); time.sleep(0.2);
  t('empty', () => q.empty()); t('qsize', () => q.qsize()); t('full', () => q.full());
  t('put_nowait', () => q.putNowait(4)); t('put(timeout=.1)', () => q.put(4, true, 0.1)); t('put(False)', () => q.put(4, false));
  t('get', () => q.get()); t('get', () => q.get()); t('get', () => q.get());
  console.log(py((mp.Queue as unknown) !== queue.Queue), Object.getPrototypeOf(queue.Empty).name, new queue.Empty().message, `${new queue.Full().name}()`);
  const d = { a: [1] }; q.put(d); d.a.push(2); time.sleep(0.2); t('put pickles later (feeder)', () => (typeof q.get() === 'object' ? 'dict' : 'other'));
  q.put(1); q.close(); t('put closed', () => q.put(2)); t('get closed', () => q.get()); q.joinThread(); t('empty closed', () => q.empty());
  q = new mp.Queue(); t('join_thread before close', () => q.joinThread());
  t('negative maxsize', () => new mp.Queue(-5).put(1)); t('q pickled outside', () => pickle.dumps(new mp.Queue()));
  const r = new mp.Queue<number>(); const ps = [0, 1, 2, 3].map((i) => new mp.Process({ target: put, args: [r, i] })); for (const p of ps) p.start(); console.log(py(ps.map(() => r.get()).sort())); for (const p of ps) p.join();
}

function py(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value instanceof Uint8Array) return `b'${[...value].map((b) => (b > 31 && b < 127 ? String.fromCharCode(b) : `\\x${b.toString(16).padStart(2, '0')}`)).join('')}'`;
  return String(value);
}

function repr(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : py(value);
}
