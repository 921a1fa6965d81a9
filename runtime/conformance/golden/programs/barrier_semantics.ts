import mp from 'multiprocessing';
import { BrokenBarrierError } from 'threading';
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

function act() { console.log('action runs once'); }
function f(b: mp.Barrier, q: mp.Queue<number>) {
  const i = b.wait(); q.put(i);
}
function late(b: mp.Barrier, q: mp.Queue<string>) {
  try { b.wait(); q.put('passed'); }
  catch (e) { if (!(e instanceof BrokenBarrierError)) throw e; q.put(`${e.name}()`); }
}

if (import.meta.main) {
  let b = new mp.Barrier(3, { action: act }); console.log(b.parties, b.nWaiting, py(b.broken), 'threading'); const q = new mp.Queue<any>();
  const ps = [0, 1, 2].map(() => new mp.Process({ target: f, args: [b, q] })); for (const p of ps) p.start(); console.log(py(ps.map(() => q.get()).sort())); for (const p of ps) p.join();
  b = new mp.Barrier(2, { timeout: 0.2 }); t('timeout', () => b.wait()); t('broken', () => b.broken); t('wait broken', () => b.wait()); b.reset(); t('after reset', () => b.broken);
  for (const how of ['abort', 'reset'] as const) {
    b = new mp.Barrier(3); const ls = [0, 1].map(() => new mp.Process({ target: late, args: [b, q] })); for (const p of ls) p.start();
    while (b.nWaiting < 2) time.sleep(0.01);
    b[how](); console.log(how, py(ls.map(() => q.get()).sort()), py(b.broken)); for (const p of ls) p.join();
  }
  t('parties 0', () => new mp.Barrier(0)); t('1 party', () => new mp.Barrier(1).wait()); console.log(new mp.Barrier(2));
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
