import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import pickle
def f(*a): pass
class C:
    def __init__(self): self.x = 1
    def m(self): return self.x
    @staticmethod
    def s(): return 's'
def run(g): print('ran', g())
def show(o): print(type(o).__name__, o)
if __name__ == '__main__':
    q = mp.SimpleQueue()
    for k, v in dict(rlock=mp.RLock(), sem=mp.Semaphore(), bsem=mp.BoundedSemaphore(), event=mp.Event(), jq=mp.JoinableQueue(), sq=mp.SimpleQueue(), arr=mp.Array('i', 2), carr=mp.Array('c', 2), rawarr=mp.RawArray('d', 2), rawval=mp.Value('i', 1, lock=False), cur=mp.current_process()).items():
        try: q.put(v); print('put', k, 'ok')
        except BaseException as e: print('put', k, '->', type(e).__name__ + ':', e)
    for g in (C().m, C.s, C):
        try: p = mp.Process(target=run, args=(g,)); p.start(); p.join(); print(p.exitcode)
        except BaseException as e: print(type(e).__name__, e)
    q.put({'a': [1, (2)], 'n': None}); print(q.get()); l = [1]; l.append(l); q.put(l); r = q.get(); print(r[1] is r)
    sh = ['s']; q.put([sh, sh]); r = q.get(); print(r[0] is r[1]); q.put({1, 2}); print(sorted(q.get())); q.put(2 ** 70); print(q.get()); q.put(-0.0); print(str(q.get())); q.put(C()); o = q.get(); print(type(o).__name__, o.x, o.m()); q.put(C); print(q.get() is C); q.put(f); print(q.get() is f); q.put(ValueError('v', 1)); e = q.get(); print(type(e).__name__, e.args, e)
    t('loads garbage', lambda: pickle.loads(b'')); t('dumps', lambda: pickle.loads(pickle.dumps([1, 'a', None]))); t('nested fn', lambda: pickle.dumps(lambda: 0)); c1, c2 = mp.Pipe()
    t('gen', lambda: c1.send(x for x in [])); t('ok', lambda: c1.send('x')); t('recv', c2.recv)
