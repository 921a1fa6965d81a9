import mp from 'multiprocessing';
import queue from 'queue';
import { Exception, ValueError, range, repr } from 'builtins';
import { py, r, t } from './python-text';
function puts(q: mp.Queue<number>, n: number) { for (const i of range(n)) q.put(i); }
function gets(q: mp.Queue<number | null>, out: mp.Queue<number>) {
  for (;;) { const x = q.get(); if (x === null) break; out.put(x * x); }
}
function cancel(q: mp.Queue<unknown>) { q.cancelJoinThread(); q.put(new Uint8Array(1000000)); console.log('cancelled'); }
if (import.meta.main) {
  const q = new mp.Queue<any>(2); t('full', () => q.full()); q.put(1); q.put(2); t('full', () => q.full()); t('put_nowait', () => q.putNowait(3)); t('put neg', () => q.put(3, true, -1)); t('qsize', () => q.qsize()); t('get', () => q.get()); t('full', () => q.full()); t('get', () => q.get(true, 1)); t('get_nowait', () => q.getNowait()); t('empty', () => q.empty());
  const out = new mp.Queue<number>(), ins = new mp.Queue<number | null>(); const ws = range(3).map(() => new mp.Process({ target: gets, args: [ins, out] })); ws.forEach((w) => w.start());
  for (const i of range(20)) ins.put(i);
  for (const _ of ws) ins.put(null);
  console.log(r(range(20).map(() => out.get()).sort((a, b) => a - b))); ws.forEach((w) => w.join()); console.log(r(ws.map((w) => w.exitcode))); t('qsize', () => ins.qsize());
  let p: mp.Process<any> = new mp.Process({ target: puts, args: [q, 5] }); p.start(); p.join(0.3); console.log('blocked on maxsize', py(p.isAlive())); console.log(r(range(5).map(() => q.get()))); p.join(); console.log(p.exitcode);
  const q2 = new mp.Queue<any>(); q2.put([1, { a: 1 }, 'é', new Uint8Array([0, 255]), null, true, 1.5, Infinity]); console.log(r(q2.get()).replace('Infinity', 'inf'));
  q2.put(new ValueError('as value')); let e = q2.get(); console.log(e.name, `('${e.args[0]}',)`);
  q2.put(new queue.Empty('x')); e = q2.get(); console.log(e.name, `('${e.args[0]}',)`);
  q2.put(() => 1); q2.put('after lambda'); console.log(q2.get());
  t('repr', () => repr(q2)); t('close', () => q2.close()); t('close again', () => q2.close()); t('join_thread', () => q2.joinThread()); t('join again', () => q2.joinThread()); t('put', () => q2.put(1)); t('get', () => q2.get()); t('put_nowait', () => q2.putNowait(1)); t('get_nowait', () => q2.getNowait()); t('qsize closed', () => q2.qsize()); t('full closed', () => q2.full());
  const q3 = new mp.Queue<any>(); q3.close(); t('never used put', () => q3.put(1)); t('never used empty', () => q3.empty()); t('jt', () => q3.joinThread());
  const q4 = new mp.Queue<any>(); p = new mp.Process({ target: cancel, args: [q4] }); p.start(); p.join(5); console.log('exit', p.exitcode);
  const q5 = new mp.Queue<any>(1); t('type', () => q5.constructor.name); t('q5', () => q5.put(1)); t('q5', () => q5.put(2, false)); t('q5 t0', () => q5.put(2, true, 0)); t('mro', () => Object.getPrototypeOf(queue.Full).name);
  t('neg', () => new mp.Queue(-1).full());
}
