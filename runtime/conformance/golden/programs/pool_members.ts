import mp from 'multiprocessing';
import os from 'os';
import sys from 'sys';
import time from 'time';
import { Exception, RuntimeError, ValueError, range, repr } from 'builtins';
import { py, r as R, t } from './python-text';
function sq(x: number) { return x * x; }
function add(a: number, b: number | { b: number } = 10) { return a + (typeof b === 'object' ? b.b : b); }
function kw(a: number, k: object = {}) { return [a, Object.entries(k)]; }
function fail(x: number) { if (x === 3) throw new ValueError(`bad ${x}`); return x; }
function slow(x: number) { time.sleep(0.05); return x; }
function die() { os._exit(3); }
function ex() { sys.exit(2); }
function lam() { return () => 1; }
let G = 0;
function init(a: number, b: number) { G = a + b; }
function useg(x: number) { return x + G; }
function pid(_: number) { return os.getpid(); }
function nested(_: number) { return mp.currentProcess().daemon; }
function pool_in_worker(_: number) { try { new mp.Pool(1); return null; } catch (e) { return [(e as Error).name, (e as Error).message]; } }
class E2 extends Exception { a; constructor(a: string, b: string) { super(a, b); this.a = a; } }
function custom() { throw new E2('p', 'q'); }
const log: any[] = [];
function cb(x: any) { log.push(['cb', x]); }
function ecb(e: Error) { log.push(['ecb', e.name, e.message]); }
function* gen() { yield 1; yield 2; throw new RuntimeError('gen failed'); }
class StopIteration extends Exception {}
if (import.meta.main) {
  let p: mp.Pool<any>;
  {
    using pool = new mp.Pool(2); p = pool;
    const next = (it: any) => { const { value, done } = it.next(); if (done) throw new StopIteration(); return value; };
    console.log(String(p), R(p.map(sq, range(10))), R(p.map(sq, [])), R(p.map(sq, range(3))), R(p.map(sq, [1, 2, 3], 2)), R(p.starmap(add as any, [[1, 2], [3]])), p.apply(add, [1] as any, { b: 2 } as any), R(p.apply(kw, [1] as any, { z: 1 })).replace("['z', 1]", "('z', 1)"), R([...p.imap(sq, range(5))]), R([...p.imapUnordered(sq, range(5), 2)].sort((a, b) => a - b)));
    t('map fail', () => p.map(fail, range(6))); t('apply fail', () => p.apply(fail, [3])); let it: any = p.imap(fail, range(5)); console.log(next(it), next(it), next(it)); t('next', () => next(it)); t('next after', () => next(it)); t('stop', () => next(it));
    let r: any = p.applyAsync(sq, [4], {} as any, { callback: cb }); r.wait(); console.log(r.get(), py(r.ready()), py(r.successful()), r.get(), R(log)); r = p.applyAsync(fail, [3], {} as any, { errorCallback: ecb as any }); r.wait(); console.log(py(r.ready()), py(r.successful()), R(log)); t('get', () => r.get()); t('get again', () => r.get()); r = p.mapAsync(slow, range(3), null, { callback: cb }); t('not ready', () => r.successful()); t('timeout', () => r.get(0.001)); r.wait(0); console.log(py(r.ready())); console.log(R(r.get(5)), R(log.at(-1))); r = p.starmapAsync(add as any, [[1, 1]]); console.log(R(r.get())); t('empty async', () => p.mapAsync(sq, []).get());
    t('lambda result', () => p.apply(lam)); t('lambda task', () => p.apply(() => 1)); t('custom exc', () => p.apply(custom)); t('gen', () => p.map(sq, gen())); it = p.imap(sq, gen()); console.log(next(it), next(it)); t('gen imap', () => next(it)); t('chunk neg', () => p.map(sq, [1, 2], -1)); t('imap chunk', () => [...p.imap(sq, [1, 2], 0)]); t('apply None', () => p.apply(null as any)); t('daemon', () => p.map(nested, [0])); t('pool in worker', () => p.map(pool_in_worker, [0])); t('too many args', () => p.apply(sq as any, [1, 2])); t('too few', () => p.apply(sq as any)); t('None timeout', () => p.applyAsync(sq, [2]).get(null)); it = p.imap(slow, [1, 2]); t('it timeout', () => it.next(0.001)); console.log(R([...it]));
  }
  t('after with', () => p.map(sq, [1])); console.log(String(p)); p.join(); console.log(String(p));
  p = new mp.Pool({ processes: 2, initializer: init, initargs: [1, 2] }); console.log(R(p.map(useg, [1, 2, 3]))); p.close(); t('closed', () => p.apply(sq, [1])); console.log(String(p)); p.join(); t('terminate', () => p.terminate()); console.log(String(p));
  p = new mp.Pool({ processes: 1, maxtasksperchild: 1 }); const pids = p.map(pid, range(3), 1); console.log(new Set(pids).size); p.terminate(); p.join();
  p = new mp.Pool(2); const rs = range(5).map(() => p.applyAsync(time.sleep, [10])); p.terminate(); p.join(); console.log(py(rs.every((x) => !x.ready()))); t('lost', () => rs[0]!.get(0.05));
  p = new mp.Pool(1); let q: any = p.applyAsync(die); t('died', () => q.get(0.5)); console.log(p.apply(sq, [3])); q = p.applyAsync(ex); t('sysexit', () => q.get(0.5)); console.log(p.apply(sq, [3])); p.close(); p.terminate(); p.join();
  t('Pool str', () => new mp.Pool('a' as any)); t('Pool 0', () => new mp.Pool(0)); t('Pool float', () => new mp.Pool(1.5)); t('mtpc', () => new mp.Pool({ processes: 1, maxtasksperchild: 0 })); t('init', () => new mp.Pool({ processes: 1, initializer: 5 as any }));
}

