import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
from multiprocessing import sharedctypes
import ctypes
def bump(v, a):
    with v.get_lock(): v.value += 1
    for i in range(len(a)): a[i] *= 2
class P(ctypes.Structure): _fields_ = [('x', ctypes.c_double), ('y', ctypes.c_double)]
def mv(p): p.x += 1; p.y = 7.5
if __name__ == '__main__':
    for c, vals in (('b', [127, 128, -129]), ('B', [255, 256, -1]), ('h', [32767, 32768, -32769]), ('H', [65535, 65536, -1]), ('i', [2147483647, 2147483648, -2147483649]), ('I', [4294967295, 4294967296, -1]), ('l', [5]), ('L', [5]), ('q', [9223372036854775807, 9223372036854775808]), ('Q', [18446744073709551615, -1]), ('f', [0.5, 0.1, 1e39]), ('d', [0.1, 1e308])):
        for x in vals:
            v = mp.Value(c, x); print(c, v.value, repr(v), v.get_obj())
    v = mp.Value('i', 3); print(v, v.value, type(v).__name__, type(v.get_lock()).__name__, type(v.get_obj()).__name__)
    def s(val):
        v.value = val
    t('float', lambda: s(1.5)); t('str', lambda: s('a')); t('None', lambda: s(None)); t('True', lambda: s(True)); print(v.value); t('ctor float', lambda: mp.Value('i', 1.5)); t('bad code', lambda: mp.Value('z', 1)); t('no init', lambda: mp.Value('d').value); t('lock False', lambda: repr(mp.Value('i', 1, lock=False))); t('acquire', v.acquire); t('release', v.release); t('release', v.release)
    with v: print('with', v.value)
    with v.get_lock(): v.value += 5
    print(v.value); c = mp.Value('c', b'x'); print(c.value, repr(c))
    def sc(x): c.value = x
    t('c str', lambda: sc('y')); t('c long', lambda: sc(b'yy')); t('c int', lambda: sc(65)); print(c.value)
    a = mp.Array('i', 5); print(a[:], len(a)); a[0] = 7; a[-1] = 9; print(a[:], a[1:3], a[::2], list(a)); print(type(a).__name__, repr(a).split(' at ')[0]); a[1:3] = [4, 5]; print(a[:])
    def sl(x): a[0:2] = x
    t('slice len', lambda: sl([1])); t('idx', lambda: a[5]); t('idx', lambda: a[-6])
    def si(i, x): a[i] = x
    t('set idx', lambda: si(9, 1)); t('set str', lambda: si(0, 'x')); t('set float', lambda: si(0, 1.5)); t('arr init', lambda: mp.Array('i', [1, 2, 3])[:]); t('arr gen', lambda: mp.Array('d', (x / 2 for x in range(3)))[:]); t('arr neg', lambda: mp.Array('i', -1)); t('arr float', lambda: mp.Array('i', [1.5])); t('arr code', lambda: mp.Array('zz', 2)); t('arr 0', lambda: mp.Array('i', 0)[:]); t('in', lambda: 9 in a)
    s2 = mp.Array('c', b'hello'); print(s2.value, s2.raw, len(s2), s2[0], s2[1:3]); s2.value = b'hi'; print(s2.value, s2.raw)
    def sv(x): s2.value = x
    t('too long', lambda: sv(b'123456')); t('str', lambda: sv('a')); s2[0] = b'H'; print(s2.value); u = mp.Array('c', 4); print(u.value, u.raw)
    p = mp.Process(target=bump, args=(v, a)); p.start(); p.join(); print(v.value, a[:])
    r = mp.RawValue('i', 4); print(r, r.value); r.value += 1; print(r); ra = mp.RawArray('d', [1.5, 2.5]); print(ra[:], len(ra), repr(ra).split(' object')[0])
    x = mp.Value(P, 1.5, 2.5); print(x.x, x.y); p = mp.Process(target=mv, args=(x,)); p.start(); p.join(); print(x.x, x.y, type(x).__name__)
    ar = mp.Array(P, [(1.0, 2.0), (3.0, 4.0)]); print([(q.x, q.y) for q in ar]); ar[0].x = 9.0; print(ar[0].x, len(ar))
    cp = sharedctypes.copy(ra); ra[0] = 100; print(cp[:], ra[:]); sy = sharedctypes.synchronized(ra); print(type(sy).__name__, sy[:]); print(sorted(sharedctypes.typecode_to_type))
    t('raw code', lambda: mp.RawValue('zz')); t('bad lock', lambda: mp.Value('i', 1, lock=5))
