import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import atexit
def bye(x): print('bye', x)
def bad(): raise ValueError('in atexit')
def c_atexit(): atexit.register(bye, 1); atexit.register(bye, 2); atexit.register(bad); atexit.register(bye, 3); print('target done')
def c_unreg(): atexit.register(bye, 1); atexit.register(bye, 2); atexit.unregister(bye); print('unregistered')
def c_exit_in_atexit(): atexit.register(bye, 'last'); atexit.register(sys.exit, 9)
def c_finally():
    try: sys.exit(4)
    finally: print('finally')
def c_catch_exit():
    try: sys.exit(5)
    except SystemExit as e: print('caught', e.code, repr(e), e.args)
def c_chain():
    try: raise KeyError('first')
    except KeyError as e: raise ValueError('chained') from e
class MyError(Exception):
    pass
def c_custom(): raise MyError('a', 2)
def c_key(): raise KeyError('k')
def c_empty(): raise RuntimeError
def c_base(): raise BaseException('base')
def c_exit0(): sys.exit('')
def c_u_exit(): os._exit(257)
def c_raise_exit(): raise SystemExit(6)
def c_raise_exit2(): raise SystemExit('text')
def c_raise_exit_none(): raise SystemExit
def c_kbd(): raise KeyboardInterrupt
def c_abort(): os.abort()
if __name__ == '__main__':
    for f in (c_atexit, c_unreg, c_exit_in_atexit, c_finally, c_catch_exit, c_chain, c_custom, c_key, c_empty, c_base, c_exit0, c_u_exit, c_raise_exit, c_raise_exit2, c_raise_exit_none, c_kbd, c_abort):
        p = mp.Process(target=f, name=f.__name__); p.start(); p.join(); print(f.__name__, '->', p.exitcode, flush=True)
    atexit.register(bye, 'main'); sys.exit(300)
