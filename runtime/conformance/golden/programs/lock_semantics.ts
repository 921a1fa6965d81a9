import mp from 'multiprocessing'; import time from 'time'; import threading from 'threading';
import { repr } from 'builtins';
import { py } from './python-text';

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `builtins.${(e as Error).name}:`, (e as Error).message); }
}
function rel(l: mp.Lock) { l.release(); console.log('child released the lock of its parent'); }
function show(...a: unknown[]) {
  for (const x of a) console.log('child sees', x);
}
function hold(l: mp.Lock, e: mp.Event) { l.acquire(); e.set(); time.sleep(0.5); }
function rrel(l: mp.RLock) {
  t('child rlock.release', () => l.release()); t('child rlock.acquire(False)', () => l.acquire(false));
}
if (import.meta.main) {
  const l = new mp.Lock(); console.log(String(l), repr(l));
  t('acquire', () => l.acquire()); console.log(l); t('acquire(False)', () => l.acquire(false)); t('acquire(timeout=.1)', () => l.acquire(true, 0.1)); t('acquire(True, -1)', () => l.acquire(true, -1)); t('acquire(False, 1)', () => l.acquire(false, 1)); t('keyword block', () => l.acquire(false));
  let p = new mp.Process({ target: show, args: [l] }) as mp.Process<any>; p.start(); p.join();
  p = new mp.Process({ target: rel, args: [l] }); p.start(); p.join(); console.log(l); t('acquire after', () => l.acquire(false)); t('release', () => l.release()); t('release unlocked', () => l.release());
  { using _ = l.hold(); console.log('in with', l); }
  console.log(l);
  const r = new mp.RLock(); console.log(r); t('acquire', () => r.acquire()); t('acquire', () => r.acquire()); console.log(r); p = new mp.Process({ target: show, args: [r] }); p.start(); p.join();
  p = new mp.Process({ target: rrel, args: [r] }); p.start(); p.join();
  t('release', () => r.release()); t('release', () => r.release()); t('release 3', () => r.release()); console.log(r);
  const e = new mp.Event(); p = new mp.Process({ target: hold, args: [l, e] }); p.start(); e.wait(); console.log('held by another process:', l); p.join(); console.log('owner exited without release:', l, py(l.acquire(true, 0.1)));
  const th = new threading.Thread({ target: () => { r.acquire(); console.log('other thread', r); time.sleep(0.3); r.release(); }, name: 'T1' }); th.start(); time.sleep(0.1); console.log('main sees', r); th.join();
}
