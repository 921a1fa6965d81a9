import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
def act(): print('action')
def bad(): raise ValueError('bad action')
def waiter(b, q, timeout=None):
    try: q.put(['ok', b.wait(timeout)])
    except Exception as e: q.put([type(e).__name__, str(e)])
def w2(c, q, n):
    with c: q.put('in'); q.put([n, c.wait(2)])
if __name__ == '__main__':
    import threading
    b = mp.Barrier(2); print(b.parties, b.n_waiting, b.broken); t('timeout', lambda: b.wait(0.05)); print(b.broken, b.n_waiting); t('wait broken', b.wait); b.reset(); print(b.broken); t('abort', b.abort); t('wait', b.wait); print(b.broken); b.reset()
    q = mp.Queue(); ps = [mp.Process(target=waiter, args=(b, q)) for _ in range(2)]; [p.start() for p in ps]; print(sorted(q.get() for _ in ps)); [p.join() for p in ps]
    p = mp.Process(target=waiter, args=(b, q)); p.start()
    while b.n_waiting == 0: time.sleep(0.01)
    print(b.n_waiting); b.abort(); print(q.get(), b.broken); p.join(); b.reset()
    p = mp.Process(target=waiter, args=(b, q)); p.start()
    while b.n_waiting == 0: time.sleep(0.01)
    b.reset(); print(q.get(), b.broken, b.n_waiting); p.join()
    p = mp.Process(target=waiter, args=(b, q, 0.1)); p.start(); print(q.get(), b.broken); p.join()
    a = mp.Barrier(1, act); t('one', a.wait); t('one', a.wait); x = mp.Barrier(1, bad); t('bad', x.wait); print(x.broken); t('again', x.wait)
    d = mp.Barrier(2, timeout=0.05); t('default timeout', d.wait); print(d.broken); t('zero', lambda: mp.Barrier(0).parties)
    t('exc', lambda: threading.BrokenBarrierError.__mro__[1].__name__); t('timeout kw', lambda: mp.Barrier(2).wait(timeout=0))
    e = mp.Event(); print(e.is_set()); t('wait 0', lambda: e.wait(0)); t('wait', lambda: e.wait(0.02)); t('set', e.set); t('set again', e.set); t('wait', e.wait); t('wait t', lambda: e.wait(1)); t('clear', e.clear); t('clear', e.clear); t('repr', lambda: repr(e)); e.set(); t('repr', lambda: repr(e)); t('neg', lambda: e.wait(-1)); e.clear(); t('neg', lambda: e.wait(-1))
    s = mp.Semaphore(2); t('acq', s.acquire); t('acq', lambda: s.acquire(False)); t('acq', lambda: s.acquire(False)); t('acq t', lambda: s.acquire(True, 0.02)); t('value', s.get_value); s.release(); s.release(); s.release(); t('value', s.get_value); print(repr(s)); t('neg', lambda: mp.Semaphore(-1)); t('zero', lambda: repr(mp.Semaphore(0))); t('enter', lambda: s.__enter__())
    bs = mp.BoundedSemaphore(2); print(repr(bs)); t('over', bs.release); bs.acquire(); print(repr(bs)); bs.release(); t('over', bs.release); print(repr(mp.BoundedSemaphore()), repr(mp.Semaphore()))
    c = mp.Condition(); print(repr(c)); t('wait', lambda: c.wait(0.1)); t('notify', c.notify); t('notify_all', c.notify_all); t('release', c.release)
    with c: print(repr(c)); t('wait', lambda: c.wait(0)); t('waitfor', lambda: c.wait_for(lambda: False, 0)); t('waitfor', lambda: c.wait_for(lambda: [], 0.01)); t('waitfor', lambda: c.wait_for(lambda: 5)); t('notify 0', lambda: c.notify(0)); t('notify', c.notify)
    ps = [mp.Process(target=w2, args=(c, q, i)) for i in range(3)]; [p.start() for p in ps]; print([q.get() for _ in ps])
    with c: pass
    time.sleep(0.1)
    with c: c.notify_all()
    print(sorted(q.get() for _ in ps)); [p.join() for p in ps]; print(repr(c))
    r = mp.RLock(); t('r', r.acquire); t('r', lambda: r.acquire(False)); print(repr(r)); r.release(); print(repr(r)); r.release(); t('r', r.release); c2 = mp.Condition(r); print(repr(c2)); t('sem cond', lambda: repr(mp.Condition(mp.Semaphore())))
