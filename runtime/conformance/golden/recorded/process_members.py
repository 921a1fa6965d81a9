import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
def child(q):
    me = mp.current_process(); pa = mp.parent_process()
    q.put([me.name, me.daemon, me.exitcode is None, me.is_alive(), me.pid == os.getpid(), me.ident == me.pid, pa.name, pa.pid == os.getppid(), pa.is_alive(), type(pa).__name__, mp.active_children(), len(me.authkey)])
    t('child join self', me.join); t('child start self', me.start); t('child parent join 0', lambda: pa.join(0)); t('parent exitcode', lambda: pa.exitcode); t('close self', lambda: None)
def sl(): time.sleep(30)
def nothing(): pass
def show(x): print(repr(x), x._identity if False else '')
if __name__ == '__main__':
    q = mp.Queue(); p = mp.Process(target=child, args=(q,), daemon=True)
    t('name', lambda: p.name); t('daemon', lambda: p.daemon); t('pid', lambda: p.pid); t('exitcode', lambda: p.exitcode); t('alive', p.is_alive); t('sentinel', lambda: p.sentinel); t('terminate', p.terminate); t('kill', p.kill); t('join', p.join)
    p.name = 'renamed'; t('name', lambda: p.name)
    def setname(x): p.name = x
    t('name 5', lambda: setname(5)); t('name none', lambda: setname(None))
    p.start(); got = q.get(); p.join(); print(got); t('exitcode', lambda: p.exitcode); t('join again', p.join); t('start again', p.start)
    def setd(x): p.daemon = x
    t('daemon late', lambda: setd(False)); t('repr', lambda: repr(p)); p.close(); t('closed name', lambda: p.name); t('closed repr', lambda: repr(p)); t('closed pid', lambda: p.pid); t('closed alive', p.is_alive); t('closed join', p.join); t('closed start', p.start); t('close again', p.close); t('closed exitcode', lambda: p.exitcode); t('closed sentinel', lambda: p.sentinel); t('closed terminate', p.terminate); t('closed authkey', lambda: len(p.authkey)); t('closed daemon', lambda: p.daemon)
    a, b = mp.Process(target=sl, name='a'), mp.Process(target=sl, name='b'); a.start(); b.start()
    print(sorted(x.name for x in mp.active_children())); t('close running', a.close); t('join timeout', lambda: a.join(0.05)); t('join 0', lambda: a.join(0)); t('join neg', lambda: a.join(-1)); t('exitcode running', lambda: a.exitcode)
    a.terminate(); b.kill(); a.join(); b.join(); print(a.exitcode, b.exitcode, mp.active_children()); print(repr(a)); print(repr(b)); t('terminate dead', a.terminate)
    m = mp.current_process(); print(m.name, m.daemon, mp.parent_process(), repr(m)); t('main join', m.join); t('main exitcode', lambda: m.exitcode); t('main alive', m.is_alive); t('main terminate', lambda: None); t('main pid', lambda: m.pid == os.getpid())
    n = mp.Process(target=nothing); n.start(); n.join(); print(n.name); t('two runs', n.run)
    t('run direct', mp.Process(target=show, args=(1,)).run); t('no target', mp.Process().run)
    t('bad kw', lambda: mp.Process(foo=1)); t('group', lambda: mp.Process(1)); t('args 5', lambda: mp.Process(args=5)); t('target not callable', lambda: mp.Process(target=5).name)
    k = mp.Process(target=nothing, name=''); print(k.name)
