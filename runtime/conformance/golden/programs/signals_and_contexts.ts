import mp from 'multiprocessing';
import os from 'os';
import sys from 'sys';
import time from 'time';
import signal, { SIGABRT, SIGHUP, SIGINT, SIGKILL, SIGTERM, SIGUSR1 } from 'signal';
import { KeyboardInterrupt, input, repr } from 'builtins';
import { py, r as R, t } from './python-text';
function sleeper(q: mp.SimpleQueue<any>) {
  try { q.put('ready'); time.sleep(30); }
  catch (e) { if (!(e instanceof KeyboardInterrupt)) throw e; q.put('interrupted'); sys.exit(7); }
  finally { q.put('finally'); }
}
function loop(q: mp.SimpleQueue<any>) { q.put('ready'); for (;;); }
function rd(q: mp.SimpleQueue<any>) { q.put('ready'); q.put(sys.stdin.readline()); q.put(sys.stdin.read()); t('input', () => input('prompt> ')); }
function selfkill(s: number) { os.kill(os.getpid(), s); time.sleep(5); }
function nested() {
  const p = new mp.Process({ target: time.sleep, args: [0.05] }); p.start(); p.join(); console.log(p.name, p.exitcode, 1);
  using pool = new mp.Pool(1); console.log(pool.apply(nm));
}
function nm() { return mp.currentProcess().name; }
function par(q: mp.SimpleQueue<any>) { const p = new mp.Process({ target: time.sleep, args: [0.3], daemon: true }); p.start(); q.put(p.name); }
if (import.meta.main) {
  const q = new mp.SimpleQueue<any>(); let p: mp.Process<any>;
  for (const [n, s] of [['SIGINT', SIGINT], ['SIGTERM', SIGTERM], ['SIGKILL', SIGKILL]] as const) {
    p = new mp.Process({ target: sleeper, args: [q] }); p.start(); console.log(q.get()); time.sleep(0.2); os.kill(p.pid!, s); p.join(); console.log(n, p.exitcode, repr(p).split(' ').at(-1)!.replace('>', ''));
    while (!q.empty()) console.log('  ', q.get());
  }
  p = new mp.Process({ target: loop, args: [q] }); p.start(); q.get(); p.terminate(); p.join(); console.log(p.exitcode, py(p.isAlive())); t('dead pid', () => os.kill(p.pid!, SIGTERM)); t('bad sig', () => os.kill(os.getpid(), 500)); t('sig 0', () => os.kill(os.getpid(), 0));
  for (const [n, s] of [['SIGTERM', SIGTERM], ['SIGKILL', SIGKILL], ['SIGUSR1', SIGUSR1], ['SIGABRT', SIGABRT], ['SIGHUP', SIGHUP]] as const) { p = new mp.Process({ target: selfkill, args: [s] }); p.start(); p.join(); console.log(n, p.exitcode); }
  p = new mp.Process({ target: rd, args: [q] }); p.start(); const got = [q.get(), q.get(), q.get()]; p.join(); console.log(R(got)); p = new mp.Process({ target: nested }); p.start(); p.join(); p = new mp.Process({ target: par, args: [q] }); p.start(); console.log(q.get()); p.join(); console.log(p.exitcode);
  t('ctx', () => mp.getContext('nope' as any)); t('set', () => mp.setStartMethod('spawn')); t('set2', () => mp.setStartMethod('nope' as any, { force: true })); console.log(mp.getStartMethod(), mp.getContext().getStartMethod(), mp.getContext('spawn').Process.name, typeof mp.cpuCount() === 'number' ? 'int' : '?', py(mp.freezeSupport()), mp.getStartMethod({ allowNone: true })); const c = mp.getContext('spawn'); const pp = new c.Process({ target: nm }); console.log(pp.name, repr(pp).split(' parent')[0], py(pp instanceof mp.Process)); console.log('int', SIGINT);
  console.log(py(typeof os.environ !== 'undefined'), py(os.cpuCount() > 0), 'float', py(time.monotonic() > 0), py(time.perfCounter() >= 0)); t('sleep neg', () => time.sleep(-1)); t('sleep str', () => time.sleep('1' as any));
}
