import multiprocessing as mp, queue, threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.shared_memory import ShareableList
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
def same(x): return x
def later(): print('before the end')
if __name__ == '__main__':
    for e in (ValueError(), ValueError('a'), ValueError("it's"), ValueError('a', 1, None, [True]), KeyError('k'), KeyError(7), OSError(22, 'no'), SystemExit(3), queue.Empty(), mp.TimeoutError('late'), threading.BrokenBarrierError()): print(repr(e))
    t('list', lambda: ShareableList(5)); t('semaphore', lambda: mp.Semaphore('x')); t('bounded', lambda: mp.BoundedSemaphore('x')); t('negative', lambda: mp.Semaphore(-1)); t('condition', lambda: mp.Condition(5))
    held = mp.Lock(); held.acquire(); free = mp.Semaphore(0); event = mp.Event()
    t('lock', lambda: held.acquire(True, 'x')); t('acquire', lambda: free.acquire(True, 'x')); t('event', lambda: event.wait('x'))
    a, b = mp.Pipe(); l = ShareableList(['x'])
    t('bytes', lambda: a.send_bytes('x')); t('most', lambda: a.recv_bytes(-1)); other = ShareableList(name=l.shm.name); print(other[0]); other.shm.close(); l.shm.close(); l.shm.unlink()
    with mp.Pool(1) as p:
        t('map', lambda: p.map(same, 5)); t('imap', lambda: p.imap(same, 5).next()); t('func', lambda: p.map(5, [1])); t('None', lambda: p.map_async(same, None)); print(repr(p.imap(same, [1])).split(' at ')[0], repr(p.imap_unordered(same, [1])).split(' at ')[0])
    t('initializer', lambda: mp.Pool(1, initializer=5)); t('maxtasks', lambda: mp.Pool(1, maxtasksperchild=0)); t('processes', lambda: mp.Pool(-1)); t('float', lambda: mp.Pool(1.5))
    with mp.Manager() as m:
        for f in (lambda: m.list(5), lambda: m.dict(5), lambda: m.Array('i', 5), lambda: m.list([1]).extend(5), lambda: m.dict().update(5)):
            try: f()
            except Exception as e: print(type(e).__name__, str(e).strip('-\n').split('\n')[-1])
    executor = ThreadPoolExecutor(1)
    t('executor', lambda: list(executor.map(same, 5)))
    executor.submit(later)
