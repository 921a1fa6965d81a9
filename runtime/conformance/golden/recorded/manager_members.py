import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
from multiprocessing.managers import BaseManager, SyncManager, BaseProxy, RemoteError, NamespaceProxy
class Counter:
    def __init__(self, n=0): self.n = n
    def inc(self, by=1): self.n += by; return self.n
    def get(self): return self.n
    def boom(self, k): raise KeyError(k)
    def _secret(self): return 's'
    def unpick(self): return lambda: 1
    def exit(self): sys.exit(3)
    def __str__(self): return f'Counter({self.n})'
    def __repr__(self): return f'<C {self.n}>'
    def slow(self, t): time.sleep(t); return 'slept'
shared = Counter(100)
def get_shared(): return shared
def make_list(): return [1, 2, 3]
def badfactory(): raise ValueError('factory')
class M(BaseManager): pass
M.register('Counter', Counter); M.register('Only', Counter, exposed=('get', '_secret')); M.register('get_shared', callable=get_shared); M.register('bad', badfactory); M.register('lst', list, exposed=('append', '__len__', '__getitem__'))
class CP(BaseProxy):
    _exposed_ = ('inc', 'get')
    def twice(self): self._callmethod('inc'); return self._callmethod('inc')
M.register('Custom', Counter, proxytype=CP)
def work(c, s): c.inc(5); s.inc(); print('in child', str(c), c.get())
def addk(d, l): d['child'] = [1]; l.append({'x': 1}); l[0] = 'changed'
def nslock(l, n):
    for _ in range(50):
        with l: n.value += 1
if __name__ == '__main__':
    m = M(); t('not started', lambda: m.Counter()); t('address', lambda: m.address); m.start(); c = m.Counter(5); print(c.inc(), c.inc(by=3) if True else '', c.get(), str(c), repr(c).split(' object')[0]); t('boom', lambda: c.boom('k')); t('secret', lambda: c._secret()); t('missing', lambda: c.nothing()); t('unpick', lambda: (str(c.unpick()))[:0]) if False else None
    o = m.Only(); print(o.get(), o._secret()); t('hidden inc', lambda: o.inc()); a, b = m.get_shared(), m.get_shared(); a.inc(); print(b.get()); t('factory', lambda: m.bad() and None) if False else None; cu = m.Custom(1); print(cu.twice(), type(cu).__name__); t('no attr', lambda: cu.get()); t('bad kw', lambda: c.inc(1, 2)); t('ctor', lambda: 1)
    p = mp.Process(target=work, args=(c, a)); p.start(); p.join(); print(c.get(), b.get(), c._getvalue().__class__.__name__, c._callmethod('get'), c._callmethod('inc', (2,))); t('callmethod hidden', lambda: None); m.shutdown(); t('after', c.get); t('twice', m.shutdown); t('restart', m.start)
    with mp.Manager() as m:
        d = m.dict(a=1); l = m.list(range(3)); p = mp.Process(target=addk, args=(d, l)); p.start(); p.join(); print(d, l, len(d), len(l), d['child'], l[-1]); t('popitem', d.popitem); t('pop', lambda: d.pop('zz')); t('pop default', lambda: d.pop('zz', 5)); t('setdefault', lambda: d.setdefault('n', [1])); d.update({'q': 1}, r=2) if False else d.update({'q': 1}); t('keys', lambda: list(d.keys())); t('values', lambda: list(d.values())); d.clear(); t('empty popitem', d.popitem); t('get', lambda: d.get('x')); t('repr type', lambda: type(d).__name__)
        l[:] = [3, 1, 2] if False else l[:]; e = m.list([3, 1, 2]); e.sort(); print(e); e.sort(reverse=True); e.reverse(); e.insert(1, 'x'); e.extend([7, 7]); print(e, e.count(7), e.index(7), 7 in e, e.pop(), e.pop(0)); e.remove('x'); t('remove', lambda: e.remove('zz')); t('index', lambda: e.index('zz')); t('idx', lambda: e[99]); t('pop idx', lambda: e.pop(50)); z = m.list(); t('empty pop', z.pop); t('mixed sort', lambda: m.list([1, 'a']).sort()); print(e, list(e), e[1:])
        n = m.Namespace(); n.a = 1; n.b = [1]; n.b.append(2); print(n, n.b); del n.a; t('gone', lambda: n.a); v = m.Value('d', 1.5); v.value += 1; print(v, v.value, v.get()); a = m.Array('d', [1.5, 2.5]); a[0] = 3.5; print(a, a[1], list(a)); t('arr idx', lambda: a[5]); lock = m.Lock(); v = m.Value('i', 0); ps = [mp.Process(target=nslock, args=(lock, v)) for _ in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]; print(v.value)
        q = m.Queue(2); q.put('a'); q.put('b'); t('full', lambda: q.put_nowait(1)); print(q.qsize(), q.full(), q.get(), q.get_nowait()); t('emp', q.get_nowait); t('emp t', lambda: q.get(True, 0.01)); e = m.Event(); print(e.is_set(), e.wait(0.01)); e.set(); print(e.wait()); s = m.Semaphore(1); print(s.acquire(), s.acquire(False)); s.release(); bs = m.BoundedSemaphore(1); t('bounded', bs.release); r = m.RLock(); r.acquire(); print(r.acquire()); r.release(); r.release(); t('unowned', r.release); b = m.Barrier(1); print(b.wait(), b.parties, b.n_waiting, b.broken); b.abort(); t('broken', b.wait); c = m.Condition(); t('c', c.wait); jq = m.JoinableQueue(); jq.put(1); jq.get(); jq.task_done(); jq.join(); t('td', jq.task_done); t('nested', lambda: m.list([m.dict(a=1), m.list([2])])[0]['a'])
        pool = m.Pool(2); print(pool.map(abs, [-1, -2]), pool.apply(max, (1, 5))); r = pool.apply_async(abs, (-3,)); print(r.get(), r.ready(), r.successful()); pool.close(); pool.join()
    t('dead', lambda: d.keys())
