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

type Counter = { value: number };

function consumer(c: mp.Condition, v: Counter, i: number, q: mp.Queue<[number, boolean]>) {
  using _ = c.hold();
  const ok = c.waitFor(() => v.value >= 1, 5); q.put([i, ok]); v.value -= 1;
}
function waiter(c: mp.Condition, ready: mp.Semaphore, woken: mp.Semaphore) {
  using _ = c.hold();
  ready.release(); c.wait(); woken.release();
}

if (import.meta.main) {
  const c = new mp.Condition(); console.log(c);
  t('wait without lock', () => c.wait()); t('notify without lock', () => c.notify()); t('notify_all without lock', () => c.notifyAll()); t('release unowned', () => c.release());
  {
    using _ = c.hold();
    t('wait(0.1)', () => c.wait(0.1)); t('wait_for false', () => c.waitFor(() => 0, 0.1)); t('wait_for value', () => c.waitFor(() => 'truthy')); t('notify nobody', () => c.notify()); t('wait(0)', () => c.wait(0)); console.log(c);
  }
  const v = new mp.Value('i', 0), q = new mp.Queue<[number, boolean]>(); const cs = [0, 1, 2].map((i) => new mp.Process({ target: consumer, args: [c, v, i, q] })); for (const p of cs) p.start(); time.sleep(0.7);
  for (const _ of cs) {
    using _lock = c.hold();
    v.value += 1; c.notify();
  }
  console.log(`[${cs.map(() => q.get()).sort().map(([i, ok]) => `(${i}, ${py(ok)})`).join(', ')}]`); for (const p of cs) p.join(); console.log(v.value);
  const ready = new mp.Semaphore(0), woken = new mp.Semaphore(0); const ws = [0, 1, 2, 3].map(() => new mp.Process({ target: waiter, args: [c, ready, woken] })); for (const p of ws) p.start();
  for (const _ of ws) ready.acquire();
  for (const n of [2, 1, 5]) {
    {
      using _ = c.hold();
      c.notify(n);
    }
    time.sleep(0.3); console.log('after notify', n, 'woken', woken.getValue());
  }
  for (const p of ws) p.join(); const c2 = new mp.Condition(new mp.Lock()); console.log(c2);
  {
    using _ = c2.hold();
    t('cond over Lock', () => c2.wait(0.1));
  }
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
