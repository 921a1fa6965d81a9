import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
from multiprocessing.connection import Listener, Client
def cl(addr, key):
    try:
        with Client(addr, authkey=key) as c: c.send('hello'); print('client got', c.recv())
    except Exception as e: print('client', type(e).__name__, e)
def got(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ' ' + str(e)
if __name__ == '__main__':
    with Listener(('localhost', 0), authkey=b'k') as l:
        print(l.address[0], type(l.address[1]).__name__, l.last_accepted); p = mp.Process(target=cl, args=(l.address, b'k')); p.start()
        with l.accept() as c: print(c.recv(), flush=True); c.send(['a', 1])
        p.join(); print(l.last_accepted[0])
        p = mp.Process(target=cl, args=(l.address, b'wrong')); p.start(); served = got(l.accept); p.join(); print(served); addr = l.address
    t('closed accept', l.accept); t('no one', lambda: Client(addr)); t('no unix', lambda: Client('/tmp/nobody-there-xyz')); t('bad key', lambda: Listener(authkey='str')); t('bad addr', lambda: Client(5))
    l = Listener(); print(type(l.address).__name__); t('twice', lambda: Listener(l.address)); l.close(); l.close(); l2 = Listener('/tmp/my-sock-test'); print(l2.address, l2.last_accepted); p = mp.Process(target=cl, args=('/tmp/my-sock-test', None)); p.start(); c = l2.accept(); print(c.recv(), flush=True); c.send('bye'); p.join(); t('eof', c.recv); print(repr(l2.last_accepted)); l2.close()
