import mp from 'multiprocessing';
import threading from 'threading';
import time from 'time';
import { ValueError, range, repr } from 'builtins';
import { py, r, t } from './python-text';
function act() { console.log('action'); }
function bad() { throw new ValueError('bad action'); }
function waiter(b: mp.Barrier, q: mp.Queue<any>, timeout: number | null = null) {
  try { q.put(['ok', b.wait(timeout)]); } catch (e) { q.put([(e as Error).name, (e as Error).message]); }
}
function w2(c: mp.Condition, q: mp.Queue<any>, n: number) { using _ = c.hold(); q.put('in'); q.put([n, c.wait(2)]); }
if (import.meta.main) {
  const b = new mp.Barrier(2); console.log(b.parties, b.nWaiting, py(b.broken)); t('timeout', () => b.wait(0.05)); console.log(py(b.broken), b.nWaiting); t('wait broken', () => b.wait()); b.reset(); console.log(py(b.broken)); t('abort', () => b.abort()); t('wait', () => b.wait()); console.log(py(b.broken)); b.reset();
  const q = new mp.Queue<any>(); let ps: mp.Process<any>[] = range(2).map(() => new mp.Process({ target: waiter, args: [b, q] })); ps.forEach((p) => p.start()); console.log(r(ps.map(() => q.get()).sort())); ps.forEach((p) => p.join());
  let p: mp.Process<any> = new mp.Process({ target: waiter, args: [b, q] }); p.start();
  while (b.nWaiting === 0) time.sleep(0.01);
  console.log(b.nWaiting); b.abort(); console.log(r(q.get()), py(b.broken)); p.join(); b.reset();
  p = new mp.Process({ target: waiter, args: [b, q] }); p.start();
  while (b.nWaiting === 0) time.sleep(0.01);
  b.reset(); console.log(r(q.get()), py(b.broken), b.nWaiting); p.join();
  p = new mp.Process({ target: waiter, args: [b, q, 0.1] }); p.start(); console.log(r(q.get()), py(b.broken)); p.join();
  const a = new mp.Barrier(1, { action: act }); t('one', () => a.wait()); t('one', () => a.wait()); const x = new mp.Barrier(1, { action: bad }); t('bad', () => x.wait()); console.log(py(x.broken)); t('again', () => x.wait());
  const d = new mp.Barrier(2, { timeout: 0.05 }); t('default timeout', () => d.wait()); console.log(py(d.broken)); t('zero', () => new mp.Barrier(0).parties);
  t('exc', () => Object.getPrototypeOf(threading.BrokenBarrierError).name); t('timeout kw', () => new mp.Barrier(2).wait(0));
  const e = new mp.Event(); console.log(py(e.isSet())); t('wait 0', () => e.wait(0)); t('wait', () => e.wait(0.02)); t('set', () => e.set()); t('set again', () => e.set()); t('wait', () => e.wait()); t('wait t', () => e.wait(1)); t('clear', () => e.clear()); t('clear', () => e.clear()); t('repr', () => repr(e)); e.set(); t('repr', () => repr(e)); t('neg', () => e.wait(-1)); e.clear(); t('neg', () => e.wait(-1));
  const s = new mp.Semaphore(2); t('acq', () => s.acquire()); t('acq', () => s.acquire(false)); t('acq', () => s.acquire(false)); t('acq t', () => s.acquire(true, 0.02)); t('value', () => s.getValue()); s.release(); s.release(); s.release(); t('value', () => s.getValue()); console.log(repr(s)); t('neg', () => new mp.Semaphore(-1)); t('zero', () => repr(new mp.Semaphore(0))); t('enter', () => { s.hold(); return true; });
  const bs = new mp.BoundedSemaphore(2); console.log(repr(bs)); t('over', () => bs.release()); bs.acquire(); console.log(repr(bs)); bs.release(); t('over', () => bs.release()); console.log(repr(new mp.BoundedSemaphore()), repr(new mp.Semaphore()));
  const c = new mp.Condition(); console.log(repr(c)); t('wait', () => c.wait(0.1)); t('notify', () => c.notify()); t('notify_all', () => c.notifyAll()); t('release', () => c.release());
  { using _ = c.hold(); console.log(repr(c)); t('wait', () => c.wait(0)); t('waitfor', () => c.waitFor(() => false, 0)); t('waitfor', () => c.waitFor(() => [].length > 0 ? 1 : [].length === 0 ? null : 0, 0.01) ?? '[]'); t('waitfor', () => c.waitFor(() => 5)); t('notify 0', () => c.notify(0)); t('notify', () => c.notify()); }
  ps = range(3).map((i) => new mp.Process({ target: w2, args: [c, q, i] })); ps.forEach((p) => p.start()); console.log(r(ps.map(() => q.get())));
  { using _ = c.hold(); }
  time.sleep(0.1);
  { using _ = c.hold(); c.notifyAll(); }
  console.log(r(ps.map(() => q.get()).sort())); ps.forEach((p) => p.join()); console.log(repr(c));
  const l = new mp.RLock(); t('r', () => l.acquire()); t('r', () => l.acquire(false)); console.log(repr(l)); l.release(); console.log(repr(l)); l.release(); t('r', () => l.release()); const c2 = new mp.Condition(l); console.log(repr(c2)); t('sem cond', () => repr(new mp.Condition(new mp.Semaphore() as any)));
}
