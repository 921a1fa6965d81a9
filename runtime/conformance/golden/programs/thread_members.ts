import threading from 'threading';
import queue from 'queue';
import { py } from './python-text';
import { repr, ValueError } from 'builtins';
const tell = (fn: () => unknown) => { try { console.log(fn()); } catch (e) { console.log((e as Error).message); } };
function f(_n?: number) {}
function bad() { throw new ValueError('oops'); }
function main() {
  let t = new threading.Thread({ target: f, args: [1] }); console.log(t.name, py(t.daemon), py(t.isAlive()), py(t.ident));
  console.log(repr(t).split(' ')[0]);
  tell(() => t.join());
  t.start(); t.join(); console.log(py(t.isAlive()));
  tell(() => t.start());
  const u = new threading.Thread({ target: f, name: 'worker', daemon: true }); console.log(u.name, py(u.daemon), String(u));
  tell(() => threading.currentThread().join());
  console.log(threading.currentThread().name, py(threading.mainThread() === threading.currentThread()), threading.activeCount());
  class T extends threading.Thread { override run() { console.log('run', this.name); } }
  const x = new T(); x.start(); x.join();
  const y = new threading.Timer(0.05, console.log, ['timer', 'fired']); y.start(); y.join();
  const z = new threading.Timer(5, console.log, ['never']); z.start(); z.cancel(); z.join(); console.log('cancelled');
  const s = new threading.BoundedSemaphore(2); s.acquire(); s.release();
  tell(() => s.release());
  const l = new threading.Lock();
  tell(() => l.release());
  const r = new threading.RLock();
  tell(() => r.release());
  const c = new threading.Condition();
  tell(() => c.wait()); tell(() => c.notify());
  const e = new threading.Event(); console.log(py(e.wait(0.01)), py(e.isSet())); e.set(); console.log(py(e.wait()));
  const b = new threading.Barrier(2, { timeout: 0.05 });
  try { b.wait(); } catch (ex) { console.log('broken', py(b.broken), b.nWaiting, repr(ex)); }
  const loc = new threading.local(); loc.x = 1;
  const other = () => console.log(py('x' in loc));
  const w = new threading.Thread({ target: other }); w.start(); w.join();
  const pq = new queue.PriorityQueue<number>(); [3, 1, 2].forEach((i) => pq.put(i)); console.log(`[${[pq.get(), pq.get(), pq.get()].join(', ')}]`);
  const q = new queue.LifoQueue<number>(2); q.put(1); q.put(2);
  try { q.put(3, false); } catch (e) { console.log('Full', repr(e)); }
  console.log(q.get(), q.get(), py(q.empty()), py(q.full()), q.qsize(), q.maxsize);
  try { q.get(true, 0.01); } catch (e) { console.log('Empty', repr(e)); }
  const q2 = new queue.Queue<number>(); q2.put(1); q2.get(); q2.taskDone();
  tell(() => q2.taskDone());
  q2.join();
  console.log(py(l.locked()), py(l.acquire()), py(l.locked()), py(l.acquire(false)), py(l.acquire(true, 0.01)));
  tell(() => l.acquire(false, 1));
  tell(() => l.acquire(true, -5));
  tell(() => new threading.Semaphore(-1));
  const sem = new threading.Semaphore(0); sem.release(3); console.log(py(sem.acquire()), py(sem.acquire()), py(sem.acquire()), py(sem.acquire(false)));
  tell(() => sem.release(0));
  t = new threading.Thread({ target: bad, name: 'B' }); t.start(); t.join();
  console.log(`[${threading.enumerate().map((t) => `'${t.name}'`).join(', ')}]`);
}
if (import.meta.main) main();
