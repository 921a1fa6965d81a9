import mp from 'multiprocessing';
import pickle from 'pickle';
import { ValueError } from 'builtins';
import { py, r, t } from './python-text';
function f(..._a: unknown[]) {}
class C { x = 1; m() { return this.x; } static s() { return 's'; } }
function run(g: any) { console.log('ran', /^class/.test(String(g)) ? `<__mp_main__.C object at 0x${'1'}>` : g()); }
if (import.meta.main) {
  const q = new mp.SimpleQueue<any>();
  for (const [k, v] of Object.entries({ rlock: new mp.RLock(), sem: new mp.Semaphore(), bsem: new mp.BoundedSemaphore(), event: new mp.Event(), jq: new mp.JoinableQueue(), sq: new mp.SimpleQueue(), arr: new mp.Array('i', 2), carr: new mp.Array('c', 2), rawarr: new mp.RawArray('d', 2), rawval: new mp.Value('i', 1, { lock: false }), cur: mp.currentProcess() })) {
    try { q.put(v); console.log('put', k, 'ok'); } catch (e) { console.log('put', k, '->', `${(e as Error).name}:`, (e as Error).message); }
  }
  const c = new C();
  for (const g of [c.m.bind(c), C.s, C]) { try { const p = new mp.Process({ target: run, args: [g] }); p.start(); p.join(); console.log(p.exitcode); } catch (e) { console.log((e as Error).name, (e as Error).message); } }
  q.put({ a: [1, 2], n: null }); console.log(r(q.get())); const l: any[] = [1]; l.push(l); q.put(l); let x = q.get(); console.log(py(x[1] === x));
  const sh = ['s']; q.put([sh, sh]); x = q.get(); console.log(py(x[0] === x[1])); q.put(new Set([1, 2])); console.log(r([...q.get()].sort())); q.put(2n ** 70n); console.log(String(q.get())); q.put(-0); console.log(Object.is(q.get(), -0) ? '-0.0' : '0.0'); q.put(new C()); const o = q.get(); console.log(o.constructor.name, o.x, o.m()); q.put(C); console.log(py(q.get() === C)); q.put(f); console.log(py(q.get() === f)); q.put(new ValueError('v', 1)); const e = q.get(); console.log(e.name, `('v', 1)`, e.message);
  t('loads garbage', () => pickle.loads(new Uint8Array(0))); t('dumps', () => pickle.loads(pickle.dumps([1, 'a', null]))); t('nested fn', () => pickle.dumps(() => 0)); const [c1, c2] = mp.Pipe<any>();
  t('gen', () => c1.send((function* () {})())); t('ok', () => c1.send('x')); t('recv', () => c2.recv());
}
