import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
from multiprocessing import shared_memory as sm
def w(name): b = sm.SharedMemory(name=name); b.buf[0:3] = b'abc'; b.close()
def l(sl): sl[0] = 99; sl[1] = 'bye'
if __name__ == '__main__':
    b = sm.SharedMemory(create=True, size=10); print(b.size >= 10, bytes(b.buf[:3]), b.name[:4], type(b.buf).__name__); p = mp.Process(target=w, args=(b.name,)); p.start(); p.join(); print(bytes(b.buf[:4])); b.close(); t('closed buf', lambda: b.buf); t('repr', lambda: repr(b).startswith("SharedMemory('")); b.unlink(); t('unlink twice', b.unlink); t('close twice', b.close)
    t('no name', lambda: sm.SharedMemory()); t('size 0', lambda: sm.SharedMemory(create=True, size=0)); t('neg', lambda: sm.SharedMemory(create=True, size=-1)); t('missing', lambda: sm.SharedMemory(name='nosuchblock')); n = sm.SharedMemory(name='my_block_1', create=True, size=4); print(n.name); t('exists', lambda: sm.SharedMemory(name='my_block_1', create=True, size=4)); n.close(); n.unlink()
    s = sm.ShareableList([1, 'hey', 2.5, True, None, b'raw', -5]); print(len(s), s[0], s[1], s[2], s[3], s[4], s[5], s[-1]); print(s.format, str(s).split(', name')[0]); p = mp.Process(target=l, args=(s,)); p.start(); p.join(); print(list(s)); t('idx', lambda: s[7])
    def st(i, v): s[i] = v
    t('too long', lambda: st(1, 'x' * 9)); t('set idx', lambda: st(9, 1)); t('type change', lambda: st(0, 'str')); print(s[0]); t('type change', lambda: st(4, 12)); print(s[4], s.format); t('count', lambda: s.count(True)); t('index', lambda: s.index(2.5)); t('index missing', lambda: s.index('zz')); t('in', lambda: 2.5 in s); t('bad type', lambda: sm.ShareableList([[1]])); e = sm.ShareableList([]); print(list(e)); e.shm.close(); e.shm.unlink(); e = sm.ShareableList('abc'); print(list(e)); e.shm.close(); e.shm.unlink()
    u = sm.ShareableList(['é', '']); print(list(u), u.format); t('attach', lambda: list(sm.ShareableList(name=u.shm.name)))
    s.shm.close(); t('after close', lambda: s[0]); s.shm.unlink(); u.shm.close(); u.shm.unlink()
