import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
def w(q):
    while True:
        x = q.get()
        if x is None: q.task_done(); break
        q.task_done()
def child_simple(s): print('child empty', s.empty()); s.put('from child'); t('child lambda', lambda: s.put(lambda: 1))
if __name__ == '__main__':
    q = mp.JoinableQueue(); t('join empty', q.join); t('task_done', q.task_done); q.put(1); q.put(2); t('repr', lambda: type(q).__name__); q.get(); t('td', q.task_done); t('get', q.get); t('td', q.task_done); t('td', q.task_done); t('join', q.join)
    ps = [mp.Process(target=w, args=(q,)) for _ in range(2)]; [p.start() for p in ps]
    for i in range(10): q.put(i)
    t('join', q.join); [q.put(None) for _ in ps]; [p.join() for p in ps]; t('join', q.join); print([p.exitcode for p in ps])
    b = mp.JoinableQueue(1); b.put(1); t('full', lambda: b.put(2, True, 0.05)); t('full', lambda: b.put_nowait(2)); t('get', b.get); t('td', b.task_done); t('join', b.join); t('td', b.task_done)
    b.put(lambda: 1); time.sleep(0.1); t('empty', b.empty); t('close', b.close); t('put', lambda: b.put(1))
    s = mp.SimpleQueue(); t('empty', s.empty); t('repr', lambda: repr(s)); s.put([1, 2]); t('empty', s.empty); t('get', s.get); t('lambda', lambda: s.put(lambda: 1)); t('empty', s.empty); s.put(None); t('get None', s.get)
    p = mp.Process(target=child_simple, args=(s,)); p.start(); p.join(); t('get', s.get); t('no qsize', lambda: hasattr(s, 'qsize')); t('close', s.close); t('put closed', lambda: s.put(1)); t('get closed', s.get); t('empty closed', s.empty); t('close', s.close)
