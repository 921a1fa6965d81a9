import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import concurrent.futures as cf
from concurrent.futures import ProcessPoolExecutor
def sq(x): return x * x
def add(a, b): return a + b
def bad(x): raise ValueError(f'no {x}')
def slow(x): time.sleep(x); return x
def die(): os._exit(1)
def ini(x): global G; G = x
def g(x): return G + x
def badini(): raise RuntimeError('init failed')
def lam(): return lambda: 1
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as e:
        f = e.submit(sq, 3); print(f.result(), f.done(), f.running(), f.cancelled(), f.exception(), f.cancel()); print(list(e.map(sq, range(5))), list(e.map(add, [1, 2], [3, 4])), list(e.map(sq, range(7), chunksize=3)), list(e.map(sq, [])))
        f = e.submit(bad, 1); t('result', f.result); print(repr(f.exception()), f.done()); t('map bad', lambda: list(e.map(bad, [1]))); f = e.submit(slow, 0.3); t('timeout', lambda: f.result(0.01)); t('exc timeout', lambda: f.exception(0.01)); t('map timeout', lambda: list(e.map(slow, [0.4], timeout=0.01))); print(f.result())
        got = []; f = e.submit(sq, 5); f.add_done_callback(lambda f: got.append(f.result())); f.result(); time.sleep(0.05); print(got); f.add_done_callback(lambda f: got.append('late')); print(got)
        fs = [e.submit(slow, x) for x in (0.8, 0.01)]; print([x.result() for x in cf.as_completed(fs)]); d, n = cf.wait(fs); print(len(d), len(n)); fs = [e.submit(slow, 0.02), e.submit(slow, 1)]; r = cf.wait(fs, return_when=cf.FIRST_COMPLETED); print(len(r.done), len(r.not_done)); r = cf.wait(fs, timeout=0.01); print(len(r.done), len(r.not_done)); fs = [e.submit(bad, 1), e.submit(slow, 0.05)]; r = cf.wait(fs, return_when=cf.FIRST_EXCEPTION); print(len(r.done) >= 1); t('as_completed timeout', lambda: list(cf.as_completed([e.submit(slow, 0.5)], timeout=0.01)))
        t('lambda', lambda: e.submit(lambda: 1).result()); t('lambda result', lambda: e.submit(lam).result()); t('chunk', lambda: list(e.map(sq, [1], chunksize=0))); f = e.submit(add, 1, b=2); print(f.result()); print(repr(f).split(' at ')[0], repr(f).split('state=')[1])
    t('after', lambda: e.submit(sq, 1)); t('after map', lambda: list(e.map(sq, [1])))
    e = ProcessPoolExecutor(1, initializer=ini, initargs=(5,)); print(e.submit(g, 1).result()); f = e.submit(die); t('broken', f.result); t('submit broken', lambda: e.submit(sq, 1)); e.shutdown(); print(issubclass(cf.process.BrokenProcessPool, cf.BrokenExecutor), cf.process.BrokenProcessPool.__mro__[2].__name__)
    t('workers', lambda: ProcessPoolExecutor(0)); t('ini', lambda: ProcessPoolExecutor(1, initializer=5)); t('mtpc', lambda: ProcessPoolExecutor(1, max_tasks_per_child=0))
    e = ProcessPoolExecutor(1); a = e.submit(slow, 0.3); bs = [e.submit(slow, 0.3) for _ in range(5)]; print(bs[-1].cancel(), bs[-1].cancelled(), bs[-1].done()); t('cancelled', bs[-1].result); e.shutdown(wait=True, cancel_futures=True); print(a.result(), bs[-2].cancelled()); print(repr(bs[-1]).split('state=')[1]); t('TimeoutError', lambda: cf.TimeoutError is TimeoutError)
