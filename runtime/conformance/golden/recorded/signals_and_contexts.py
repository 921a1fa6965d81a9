import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import signal
def sleeper(q):
    try: q.put('ready'); time.sleep(30)
    except KeyboardInterrupt: q.put('interrupted'); sys.exit(7)
    finally: q.put('finally')
def loop(q):
    q.put('ready')
    while True: pass
def rd(q): q.put('ready'); q.put(sys.stdin.readline()); q.put(sys.stdin.read()); t('input', lambda: input('prompt> '))
def selfkill(s): os.kill(os.getpid(), s); time.sleep(5)
def nested():
    p = mp.Process(target=time.sleep, args=(0.05,)); p.start(); p.join(); print(p.name, p.exitcode, len(mp.current_process()._identity))
    with mp.Pool(1) as pool: print(pool.apply(nm))
def nm(): return mp.current_process().name
def par(q):
    p = mp.Process(target=time.sleep, args=(0.3,), daemon=True); p.start(); q.put(p.name)
if __name__ == '__main__':
    q = mp.SimpleQueue()
    for s in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        p = mp.Process(target=sleeper, args=(q,)); p.start(); print(q.get()); time.sleep(0.2); os.kill(p.pid, s); p.join(); print(s.name, p.exitcode, repr(p).split(' ')[-1].rstrip('>'))
        while not q.empty(): print('  ', q.get())
    p = mp.Process(target=loop, args=(q,)); p.start(); q.get(); time.sleep(0.2); p.terminate(); p.join(); print(p.exitcode, p.is_alive()); t('dead pid', lambda: os.kill(p.pid, signal.SIGTERM)); t('bad sig', lambda: os.kill(os.getpid(), 500)); t('sig 0', lambda: os.kill(os.getpid(), 0))
    for s in (signal.SIGTERM, signal.SIGKILL, signal.SIGUSR1, signal.SIGABRT, signal.SIGHUP): p = mp.Process(target=selfkill, args=(s,)); p.start(); p.join(); print(s.name, p.exitcode)
    p = mp.Process(target=rd, args=(q,)); p.start(); got = [q.get(), q.get(), q.get()]; p.join(); print(got); p = mp.Process(target=nested); p.start(); p.join(); p = mp.Process(target=par, args=(q,)); p.start(); print(q.get()); p.join(); print(p.exitcode)
    t('ctx', lambda: mp.get_context('nope')); t('set', lambda: mp.set_start_method('spawn')); t('set2', lambda: mp.set_start_method('nope', force=True)); print(mp.get_start_method(), mp.get_context().get_start_method(), mp.get_context('spawn').Process.__name__, type(mp.cpu_count()).__name__, mp.freeze_support(), mp.get_start_method(allow_none=True)); c = mp.get_context('spawn'); p = c.Process(target=nm); print(p.name, repr(p).split(' parent')[0], isinstance(p, mp.process.BaseProcess)); print(type(signal.SIGTERM + 0).__name__, int(signal.SIGINT))
    print(type(os.environ).__name__ != '', os.cpu_count() > 0, type(time.time()).__name__, time.monotonic() > 0, time.perf_counter() >= 0); t('sleep neg', lambda: time.sleep(-1)); t('sleep str', lambda: time.sleep('1'))
