import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import queue
def puts(q, n):
    for i in range(n): q.put(i)
def gets(q, out):
    while True:
        x = q.get()
        if x is None: break
        out.put(x * x)
def cancel(q):
    q.cancel_join_thread(); q.put(b'x' * 1000000); print('cancelled')
if __name__ == '__main__':
    q = mp.Queue(2); t('full', q.full); q.put(1); q.put(2); t('full', q.full); t('put_nowait', lambda: q.put_nowait(3)); t('put neg', lambda: q.put(3, True, -1)); t('qsize', q.qsize); t('get', q.get); t('full', q.full); t('get', lambda: q.get(timeout=1)); t('get_nowait', q.get_nowait); t('empty', q.empty)
    out = mp.Queue(); ins = mp.Queue(); ws = [mp.Process(target=gets, args=(ins, out)) for _ in range(3)]; [w.start() for w in ws]
    for i in range(20): ins.put(i)
    for _ in ws: ins.put(None)
    print(sorted(out.get() for _ in range(20))); [w.join() for w in ws]; print([w.exitcode for w in ws]); t('qsize', ins.qsize)
    p = mp.Process(target=puts, args=(q, 5)); p.start(); p.join(0.3); print('blocked on maxsize', p.is_alive()); print([q.get() for _ in range(5)]); p.join(); print(p.exitcode)
    q2 = mp.Queue(); q2.put([1, {'a': (1)}, 'é', b'\x00\xff', None, True, 1.5, float('inf')]); print(q2.get())
    q2.put(ValueError('as value')); e = q2.get(); print(type(e).__name__, e.args)
    q2.put(queue.Empty('x')); e = q2.get(); print(type(e).__name__, e.args)
    q2.put(lambda: 1); q2.put('after lambda'); print(q2.get())
    t('repr', lambda: repr(q2)); t('close', q2.close); t('close again', q2.close); t('join_thread', q2.join_thread); t('join again', q2.join_thread); t('put', lambda: q2.put(1)); t('get', q2.get); t('put_nowait', lambda: q2.put_nowait(1)); t('get_nowait', q2.get_nowait); t('qsize closed', q2.qsize); t('full closed', q2.full)
    q3 = mp.Queue(); q3.close(); t('never used put', lambda: q3.put(1)); t('never used empty', q3.empty); t('jt', q3.join_thread)
    q4 = mp.Queue(); p = mp.Process(target=cancel, args=(q4,)); p.start(); p.join(5); print('exit', p.exitcode)
    q5 = mp.Queue(maxsize=1); t('type', lambda: type(q5).__name__); t('q5', lambda: q5.put(1)); t('q5', lambda: q5.put(2, False)); t('q5 t0', lambda: q5.put(2, True, 0)); t('mro', lambda: queue.Full.__mro__[1].__name__)
    t('neg', lambda: mp.Queue(-1).full())
