import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
from multiprocessing import connection
def echo(c):
    while True:
        try: c.send(['echo', c.recv()])
        except EOFError as e: print('child EOF', repr(e)); break
    c.close()
def send_and_die(c): c.send('last'); c.close()
def reader(c): t('child recv', c.recv); t('child recv', c.recv)
if __name__ == '__main__':
    a, b = mp.Pipe(); print(a.readable, a.writable, a.closed, type(a.fileno()).__name__); p = mp.Process(target=echo, args=(b,)); p.start(); b.close(); a.send(1); print(a.recv()); a.send(None); print(a.recv()); a.close(); p.join(); print(p.exitcode, a.closed)
    for n, f in (('send', lambda: a.send(1)), ('recv', a.recv), ('poll', a.poll), ('fileno', a.fileno), ('close', a.close), ('send_bytes', lambda: a.send_bytes(b'x')), ('recv_bytes', a.recv_bytes), ('readable', lambda: a.readable), ('repr', lambda: repr(a).split(' at ')[0])): t(n, f)
    r, w = mp.Pipe(duplex=False); print(r.readable, r.writable, w.readable, w.writable); t('send on reader', lambda: r.send(1)); t('recv on writer', w.recv); t('poll writer', w.poll); t('poll', r.poll); t('poll t', lambda: r.poll(0.02)); w.send_bytes(b'hello'); t('poll', r.poll); t('recv_bytes', r.recv_bytes); w.send_bytes(b''); t('poll', r.poll); t('empty', r.recv_bytes)
    w.send_bytes(b'0123456789', 3); t('offset', r.recv_bytes); w.send_bytes(b'0123456789', 3, 4); t('offset,size', r.recv_bytes); t('bad offset', lambda: w.send_bytes(b'abc', 5)); t('neg offset', lambda: w.send_bytes(b'abc', -1)); t('neg size', lambda: w.send_bytes(b'abc', 0, -1)); t('big size', lambda: w.send_bytes(b'abc', 1, 5)); t('str', lambda: w.send_bytes('abc'))
    w.send_bytes(b'x' * 20); t('maxlength', lambda: r.recv_bytes(5)); t('after bad', lambda: (r.closed, r.readable)); r.close(); t('EPIPE', lambda: w.send(1)); w.close()
    r, w = mp.Pipe(False); t('neg max', lambda: r.recv_bytes(-1)); buf = bytearray(8); w.send_bytes(b'abc'); t('into', lambda: r.recv_bytes_into(buf)); print(bytes(buf)); w.send_bytes(b'de'); t('into off', lambda: r.recv_bytes_into(buf, 6)); print(bytes(buf)); w.send_bytes(b'y' * 12)
    try: r.recv_bytes_into(buf)
    except mp.BufferTooShort as e: print(type(e).__name__, e.args, type(e).__mro__[1].__name__)
    t('neg off', lambda: r.recv_bytes_into(buf, -1)); t('off too big', lambda: r.recv_bytes_into(buf, 9)); w.send({'k': [1]}); t('recv', r.recv); w.close(); t('poll eof', r.poll); t('eof', r.recv); t('eof bytes', r.recv_bytes); t('eof into', lambda: r.recv_bytes_into(buf))
    r, w = mp.Pipe(False); p = mp.Process(target=send_and_die, args=(w,)); p.start(); w.close(); t('recv', r.recv); t('eof', r.recv); p.join()
    r, w = mp.Pipe(False); p = mp.Process(target=reader, args=(r,)); p.start(); r.close(); w.send('one'); w.close(); p.join()
    x, y = mp.Pipe(); u, v = mp.Pipe(); x.send(u); g = y.recv(); g.send('through'); print(v.recv(), type(g).__name__); t('lambda', lambda: x.send(lambda: 0)); big = b'z' * 100000; x.send_bytes(big[:1000]); print(len(y.recv_bytes()))
    with x: pass
    print(x.closed)
    ps = [mp.Process(target=time.sleep, args=(s,)) for s in (9, 0.01)]; [p.start() for p in ps]; r1, w1 = mp.Pipe(False); res = connection.wait([ps[0].sentinel, r1, ps[1].sentinel]); print([[ps[0].sentinel, r1, ps[1].sentinel].index(z) for z in res]); ps[0].terminate(); w1.send(1); print(len(connection.wait([r1], 0)), connection.wait([], 0.01), connection.wait([v], 0), connection.wait([r1, v], timeout=0.01) == [r1]); [p.join() for p in ps]; print(sorted([p.sentinel for p in ps]) == sorted(connection.wait([p.sentinel for p in ps])))
