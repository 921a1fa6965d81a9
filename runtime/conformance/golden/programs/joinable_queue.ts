import mp from 'multiprocessing';
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

function worker(q: mp.JoinableQueue<number | null>) {
  for (let item = q.get(); item !== null; item = q.get()) {
    time.sleep(0.05); q.taskDone();
  }
  q.taskDone();
}

if (import.meta.main) {
  const q = new mp.JoinableQueue<number | null>(); t('task_done early', () => q.taskDone());
  const ps = [0, 1].map(() => new mp.Process({ target: worker, args: [q] })); for (const p of ps) p.start();
  for (let i = 0; i < 6; i++) q.put(i);
  q.join(); console.log('all done');
  for (const _ of ps) q.put(null);
  q.join(); for (const p of ps) p.join(); t('task_done too many', () => q.taskDone()); t('join empty', () => q.join());
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
