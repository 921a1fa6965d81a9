import mp from 'multiprocessing';
import os from 'os';
import time from 'time';
import { repr } from 'builtins';
import { py, r, t } from './python-text';
function child(q: mp.Queue<unknown>) {
  const me = mp.currentProcess() as mp.Process<any>, pa = mp.parentProcess()!;
  q.put([me.name, me.daemon, me.exitcode === null, me.isAlive(), me.pid === os.getpid(), me.ident === me.pid, pa.name, pa.pid === os.getppid(), pa.isAlive(), pa.constructor.name, mp.activeChildren(), me.authkey.length]);
  t('child join self', () => me.join()); t('child start self', () => me.start()); t('child parent join 0', () => pa.join(0)); t('parent exitcode', () => pa.exitcode); t('close self', () => null);
}
function sl() { time.sleep(30); }
function nothing() {}
function show(x: unknown) { console.log(r(x), ''); }
if (import.meta.main) {
  const q = new mp.Queue<unknown>(); const p = new mp.Process({ target: child, args: [q], daemon: true });
  t('name', () => p.name); t('daemon', () => p.daemon); t('pid', () => p.pid); t('exitcode', () => p.exitcode); t('alive', () => p.isAlive()); t('sentinel', () => p.sentinel); t('terminate', () => p.terminate()); t('kill', () => p.kill()); t('join', () => p.join());
  p.name = 'renamed'; t('name', () => p.name);
  function setname(x: any) { p.name = x; }
  t('name 5', () => setname(5)); t('name none', () => setname(null));
  p.start(); const got = q.get(); p.join(); console.log(py(got)); t('exitcode', () => p.exitcode); t('join again', () => p.join()); t('start again', () => p.start());
  function setd(x: boolean) { p.daemon = x; }
  t('daemon late', () => setd(false)); t('repr', () => repr(p)); p.close(); t('closed name', () => p.name); t('closed repr', () => repr(p)); t('closed pid', () => p.pid); t('closed alive', () => p.isAlive()); t('closed join', () => p.join()); t('closed start', () => p.start()); t('close again', () => p.close()); t('closed exitcode', () => p.exitcode); t('closed sentinel', () => p.sentinel); t('closed terminate', () => p.terminate()); t('closed authkey', () => p.authkey.length); t('closed daemon', () => p.daemon);
  const a = new mp.Process({ target: sl, name: 'a' }), b = new mp.Process({ target: sl, name: 'b' }); a.start(); b.start();
  console.log(py(mp.activeChildren().map((x) => x.name).sort())); t('close running', () => a.close()); t('join timeout', () => a.join(0.05)); t('join 0', () => a.join(0)); t('join neg', () => a.join(-1)); t('exitcode running', () => a.exitcode);
  a.terminate(); b.kill(); a.join(); b.join(); console.log(a.exitcode, b.exitcode, py(mp.activeChildren())); console.log(repr(a)); console.log(repr(b)); t('terminate dead', () => a.terminate());
  const m = mp.currentProcess(); console.log(m.name, py(m.daemon), py(mp.parentProcess()), repr(m)); t('main join', () => m.join()); t('main exitcode', () => m.exitcode); t('main alive', () => m.isAlive()); t('main terminate', () => null); t('main pid', () => m.pid === os.getpid());
  const n = new mp.Process({ target: nothing }); n.start(); n.join(); console.log(n.name); t('two runs', () => n.run());
  t('run direct', () => new mp.Process({ target: show, args: [1] }).run()); t('no target', () => new mp.Process().run());
  t('bad kw', () => new mp.Process({ foo: 1 } as any)); t('group', () => new mp.Process(1 as any)); t('args 5', () => new mp.Process({ args: 5 } as any)); t('target not callable', () => new mp.Process({ target: 5 } as any).name);
  const k = new mp.Process({ target: nothing, name: '' }); console.log(k.name);
}
