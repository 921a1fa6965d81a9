import mp from 'multiprocessing';
import { BaseManager, BaseProxy } from 'multiprocessing/managers';
import sys from 'sys';
import time from 'time';
import { KeyError, ValueError, range, repr } from 'builtins';
import { py, r as R, t } from './python-text';
class Counter {
  n: number;
  constructor(n = 0) { this.n = n; }
  inc(by = 1) { this.n += by; return this.n; }
  get() { return this.n; }
  boom(k: string) { throw new KeyError(k); }
  _secret() { return 's'; }
  unpick() { return () => 1; }
  exit() { sys.exit(3); }
  toString() { return `<C ${this.n}>`; }
  slow(t: number) { time.sleep(t); return 'slept'; }
}
const shared = new Counter(100);
function get_shared() { return shared; }
function badfactory(): object { throw new ValueError('factory'); }
class CP extends BaseProxy { twice() { this._callmethod('inc'); return this._callmethod('inc'); } }
class M extends BaseManager { declare Counter: any; declare Only: any; declare get_shared: any; declare bad: any; declare Custom: any; }
M.register('Counter', { callable: Counter }); M.register('Only', { callable: Counter, exposed: ['get', '_secret'] }); M.register('get_shared', { callable: get_shared }); M.register('bad', { callable: badfactory });
M.register('Custom', { callable: Counter, proxytype: CP as any });
function work(c: any, s: any) { c.inc(5); s.inc(); console.log('in child', String(c), c.get()); }
function addk(d: any, l: any) { d.set('child', [1]); l.append({ x: 1 }); l[0] = 'changed'; }
function nslock(l: any, n: any) { for (const _ of range(50)) { using _h = l.hold(); n.value += 1; } }
const AttributeErrorLike = (text: string) => { const e = new Error(text); e.name = 'AttributeError'; return e; };
if (import.meta.main) {
  let m: any = new M(); t('not started', () => m.Counter()); t('address', () => m.address); m.start(); const c = m.Counter(5); console.log(c.inc(), c.inc(3), c.get(), String(c), repr(c).split(' object')[0]); t('boom', () => c.boom('k')); t('secret', () => c._secret()); t('missing', () => c.nothing());
  const o = m.Only(); console.log(o.get(), o._secret()); t('hidden inc', () => o.inc()); const a = m.get_shared(), b = m.get_shared(); a.inc(); console.log(b.get()); const cu = m.Custom(1); console.log(cu.twice(), cu.constructor.name); t('no attr', () => { if (!('get' in cu)) throw AttributeErrorLike("'CP' object has no attribute 'get'"); }); t('bad kw', () => c.inc(1, 2)); t('ctor', () => 1);
  let p: mp.Process<any> = new mp.Process({ target: work, args: [c, a] }); p.start(); p.join(); console.log(c.get(), b.get(), c._getvalue().constructor.name, c._callmethod('get'), c._callmethod('inc', [2])); t('callmethod hidden', () => null); m.shutdown(); t('after', () => c.get()); t('twice', () => m.shutdown()); t('restart', () => m.start());
  let d: any;
  {
    using mm = new mp.Manager(); m = mm;
    d = m.dict({ a: 1 }); const l = m.list(range(3)); p = new mp.Process({ target: addk, args: [d, l] }); p.start(); p.join(); console.log(d, l, d.size, l.length, R(d.get('child')), R(l.at(-1))); t('popitem', () => `(${d.popitem().map(R).join(', ')})`); t('pop', () => d.pop('zz')); t('pop default', () => d.pop('zz', 5)); t('setdefault', () => d.setdefault('n', [1])); d.update({ q: 1 }); t('keys', () => d.keys()); t('values', () => d.values()); d.clear(); t('empty popitem', () => d.popitem()); t('get', () => d.get('x')); t('repr type', () => d.constructor.name);
    const e = m.list([3, 1, 2]); e.sort(); console.log(e); e.sort({ reverse: true }); e.reverse(); e.insert(1, 'x'); e.extend([7, 7]); const seen = [e.count(7), e.index(7), py(e.includes(7)), e.pop(), e.pop(0)]; console.log(String(e), ...seen); e.remove('x'); t('remove', () => e.remove('zz')); t('index', () => e.index('zz')); t('idx', () => e[99]); t('pop idx', () => e.pop(50)); const z = m.list(); t('empty pop', () => z.pop()); t('mixed sort', () => m.list([1, 'a']).sort()); console.log(e, R([...e]), R(e.slice(1)));
    const n = m.Namespace(); n.a = 1; n.b = [1]; n.b.push(2); console.log(n, R(n.b)); delete n.a; t('gone', () => n.a); let v = m.Value('d', 1.5); v.value += 1; console.log(v, v.value, v.get()); const ar = m.Array('d', [1.5, 2.5]); ar[0] = 3.5; console.log(ar, ar[1], R([...ar])); t('arr idx', () => ar[5]); const lock = m.Lock(); v = m.Value('i', 0); const ps = range(3).map(() => new mp.Process({ target: nslock, args: [lock, v] })); ps.forEach((x) => x.start()); ps.forEach((x) => x.join()); console.log(v.value);
    const q = m.Queue(2); q.put('a'); q.put('b'); t('full', () => q.putNowait(1)); console.log(q.qsize(), py(q.full()), q.get(), q.getNowait()); t('emp', () => q.getNowait()); t('emp t', () => q.get(true, 0.01)); const ev = m.Event(); console.log(py(ev.isSet()), py(ev.wait(0.01))); ev.set(); console.log(py(ev.wait())); const s = m.Semaphore(1); console.log(py(s.acquire()), py(s.acquire(false))); s.release(); const bs = m.BoundedSemaphore(1); t('bounded', () => bs.release()); const rl = m.RLock(); rl.acquire(); console.log(py(rl.acquire())); rl.release(); rl.release(); t('unowned', () => rl.release()); const br = m.Barrier(1); console.log(br.wait(), br.parties, br.nWaiting, py(br.broken)); br.abort(); t('broken', () => br.wait()); const cn = m.Condition(); t('c', () => cn.wait()); const jq = m.JoinableQueue(); jq.put(1); jq.get(); jq.taskDone(); jq.join(); t('td', () => jq.taskDone()); t('nested', () => m.list([m.dict({ a: 1 }), m.list([2])]).at(0).get('a'));
    const pool = m.Pool(2); console.log(R(pool.map(Math.abs, [-1, -2])), pool.apply(Math.max, [1, 5])); const r = pool.applyAsync(Math.abs, [-3]); console.log(r.get(), py(r.ready()), py(r.successful())); pool.close(); pool.join();
  }
  t('dead', () => d.keys());
}
