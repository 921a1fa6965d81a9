import mp from 'multiprocessing';
import time from 'time';
import { range, repr } from 'builtins';
import { py, r, t } from './python-text';
function w(q: mp.JoinableQueue<any>) { for (;;) { const x = q.get(); if (x === null) { q.taskDone(); break; } q.taskDone(); } }
function child_simple(s: mp.SimpleQueue<any>) { console.log('child empty', py(s.empty())); s.put('from child'); t('child lambda', () => s.put(() => 1)); }
if (import.meta.main) {
  const q = new mp.JoinableQueue<any>(); t('join empty', () => q.join()); t('task_done', () => q.taskDone()); q.put(1); q.put(2); t('repr', () => q.constructor.name); q.get(); t('td', () => q.taskDone()); t('get', () => q.get()); t('td', () => q.taskDone()); t('td', () => q.taskDone()); t('join', () => q.join());
  const ps = range(2).map(() => new mp.Process({ target: w, args: [q] })); ps.forEach((p) => p.start());
  for (const i of range(10)) q.put(i);
  t('join', () => q.join()); ps.forEach(() => q.put(null)); ps.forEach((p) => p.join()); t('join', () => q.join()); console.log(r(ps.map((p) => p.exitcode)));
  const b = new mp.JoinableQueue<any>(1); b.put(1); t('full', () => b.put(2, true, 0.05)); t('full', () => b.putNowait(2)); t('get', () => b.get()); t('td', () => b.taskDone()); t('join', () => b.join()); t('td', () => b.taskDone());
  b.put(() => 1); time.sleep(0.1); t('empty', () => b.empty()); t('close', () => b.close()); t('put', () => b.put(1));
  const s = new mp.SimpleQueue<any>(); t('empty', () => s.empty()); t('repr', () => repr(s)); s.put([1, 2]); t('empty', () => s.empty()); t('get', () => s.get()); t('lambda', () => s.put(() => 1)); t('empty', () => s.empty()); s.put(null); t('get None', () => s.get());
  const p = new mp.Process({ target: child_simple, args: [s] }); p.start(); p.join(); t('get', () => s.get()); t('no qsize', () => 'qsize' in s); t('close', () => s.close()); t('put closed', () => s.put(1)); t('get closed', () => s.get()); t('empty closed', () => s.empty()); t('close', () => s.close());
}
