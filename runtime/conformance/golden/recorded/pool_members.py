import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import functools
def sq(x): return x * x
def add(a, b=10): return a + b
def kw(a, **k): return [a, sorted(k.items())]
def fail(x):
    if x == 3: raise ValueError(f'bad {x}')
    return x
def slow(x): time.sleep(0.05); return x
def die(): os._exit(3)
def ex(): sys.exit(2)
def lam(): return lambda: 1
def init(a, b): global G; G = a + b
def useg(x): return x + G
def pid(_): return os.getpid()
def nested(_): return mp.current_process().daemon
def pool_in_worker(_):
    try: mp.Pool(1)
    except BaseException as e: return [type(e).__name__, str(e)]
def name(_): time.sleep(0.02); return mp.current_process().name
class E2(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.a = a
def custom(): raise E2('p', 'q')
log = []
def cb(x): log.append(['cb', x])
def ecb(e): log.append(['ecb', type(e).__name__, str(e)])
def gen():
    yield 1
    yield 2
    raise RuntimeError('gen failed')
if __name__ == '__main__':
    with mp.Pool(2) as p:
        print(p, p.map(sq, range(10)), p.map(sq, []), p.map(sq, (x for x in range(3))), p.map(sq, [1, 2, 3], chunksize=2), p.starmap(add, [(1, 2), (3,)]), p.apply(add, (1,), {'b': 2}), p.apply(kw, (1,), {'z': 1}), list(p.imap(sq, range(5))), sorted(p.imap_unordered(sq, range(5), 2)))
        t('map fail', lambda: p.map(fail, range(6))); t('apply fail', lambda: p.apply(fail, (3,))); it = p.imap(fail, range(5)); print(next(it), next(it), next(it)); t('next', lambda: next(it)); t('next after', lambda: next(it)); t('stop', lambda: next(it))
        r = p.apply_async(sq, (4,), callback=cb); r.wait(); print(r.get(), r.ready(), r.successful(), r.get(), log); r = p.apply_async(fail, (3,), error_callback=ecb); r.wait(); print(r.ready(), r.successful(), log); t('get', r.get); t('get again', r.get); r = p.map_async(slow, range(3), callback=cb); t('not ready', r.successful); t('timeout', lambda: r.get(0.001)); r.wait(0); print(r.ready()); print(r.get(5), log[-1]); r = p.starmap_async(add, [(1, 1)]); print(r.get()); t('empty async', lambda: p.map_async(sq, []).get())
        t('lambda result', lambda: p.apply(lam)); t('lambda task', lambda: p.apply(lambda: 1)); t('custom exc', lambda: p.apply(custom)); t('gen', lambda: p.map(sq, gen())); it = p.imap(sq, gen()); print(next(it), next(it)); t('gen imap', lambda: next(it)); t('chunk neg', lambda: p.map(sq, [1, 2], -1)); t('imap chunk', lambda: list(p.imap(sq, [1, 2], 0))); t('apply None', lambda: p.apply(None)); t('daemon', lambda: p.map(nested, [0])); t('pool in worker', lambda: p.map(pool_in_worker, [0])); t('too many args', lambda: p.apply(sq, (1, 2))); t('too few', lambda: p.apply(sq)); t('None timeout', lambda: p.apply_async(sq, (2,)).get(None)); it = p.imap(slow, [1, 2]); t('it timeout', lambda: it.next(timeout=0.001)); print(list(it))
    t('after with', lambda: p.map(sq, [1])); print(p); p.join(); print(p)
    p = mp.Pool(2, init, (1, 2)); print(p.map(useg, [1, 2, 3])); p.close(); t('closed', lambda: p.apply(sq, (1,))); print(p); p.join(); t('terminate', p.terminate); print(p)
    p = mp.Pool(1, maxtasksperchild=1); pids = p.map(pid, range(3), 1); print(len(set(pids))); p.terminate(); p.join()
    p = mp.Pool(2); rs = [p.apply_async(time.sleep, (10,)) for _ in range(5)]; p.terminate(); p.join(); print(all(not r.ready() for r in rs)); t('lost', lambda: rs[0].get(0.05))
    p = mp.Pool(1); r = p.apply_async(die); t('died', lambda: r.get(0.5)); print(p.apply(sq, (3,))); r = p.apply_async(ex); t('sysexit', lambda: r.get(0.5)); print(p.apply(sq, (3,))); p.close(); p.terminate(); p.join()
    t('Pool str', lambda: mp.Pool('a')); t('Pool 0', lambda: mp.Pool(0)); t('Pool float', lambda: mp.Pool(1.5)); t('mtpc', lambda: mp.Pool(1, maxtasksperchild=0)); t('init', lambda: mp.Pool(1, initializer=5))
