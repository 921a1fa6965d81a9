import * as cf from 'concurrent/futures';
import { ProcessPoolExecutor } from 'concurrent/futures';
import * as cfp from 'concurrent/futures/process';
import os from 'os';
import time from 'time';
import { RuntimeError, TimeoutError, ValueError, range, repr } from 'builtins';
import { py, r as R, t } from './python-text';
function sq(x: number) { return x * x; }
function add(a: number, b: any) { return a + (typeof b === 'object' ? b.b : b); }
function bad(x: number): number { throw new ValueError(`no ${x}`); }
function slow(x: number) { time.sleep(x); return x; }
function die() { os._exit(1); }
let G = 0;
function ini(x: number) { G = x; }
function g(x: number) { return G + x; }
function badini() { throw new RuntimeError('init failed'); }
function lam() { return () => 1; }
if (import.meta.main) {
  let e: any;
  {
    using ex = new ProcessPoolExecutor(2); e = ex;
    let f: any = e.submit(sq, 3); console.log(f.result(), py(f.done()), py(f.running()), py(f.cancelled()), py(f.exception()), py(f.cancel())); console.log(R([...e.map(sq, range(5))]), R([...e.map(add, [1, 2], [3, 4])]), R([...e.map(sq, range(7), { chunksize: 3 })]), R([...e.map(sq, [])]));
    f = e.submit(bad, 1); t('result', () => f.result()); console.log(`ValueError('${f.exception().message}')`, py(f.done())); t('map bad', () => [...e.map(bad, [1])]); f = e.submit(slow, 0.3); t('timeout', () => f.result(0.01)); t('exc timeout', () => f.exception(0.01)); t('map timeout', () => [...e.map(slow, [0.4], { timeout: 0.01 })]); console.log(f.result());
    const got: any[] = []; f = e.submit(sq, 5); f.addDoneCallback((f: any) => { got.push(f.result()); }); f.result(); time.sleep(0.05); console.log(R(got)); f.addDoneCallback(() => { got.push('late'); }); console.log(R(got));
    let fs = [0.8, 0.01].map((x) => e.submit(slow, x)); console.log(R([...cf.asCompleted(fs)].map((x: any) => x.result()))); const { done: d, notDone: n } = cf.wait(fs); console.log([...d].length, [...n].length); fs = [e.submit(slow, 0.02), e.submit(slow, 1)]; let r = cf.wait(fs, { returnWhen: cf.FIRST_COMPLETED }); console.log([...r.done].length, [...r.notDone].length); r = cf.wait(fs, { timeout: 0.01 }); console.log([...r.done].length, [...r.notDone].length); fs = [e.submit(bad, 1), e.submit(slow, 0.05)]; r = cf.wait(fs, { returnWhen: cf.FIRST_EXCEPTION }); console.log(py([...r.done].length >= 1)); t('as_completed timeout', () => [...cf.asCompleted([e.submit(slow, 0.5)], { timeout: 0.01 } as any)]);
    t('lambda', () => e.submit(() => 1).result()); t('lambda result', () => e.submit(lam).result()); t('chunk', () => [...e.map(sq, [1], { chunksize: 0 })]); f = e.submit(add, 1, { b: 2 }); console.log(f.result()); console.log(repr(f).split(' at ')[0], repr(f).split('state=')[1]);
  }
  t('after', () => e.submit(sq, 1)); t('after map', () => [...e.map(sq, [1])]);
  e = new ProcessPoolExecutor({ maxWorkers: 1, initializer: ini, initargs: [5] } as any); console.log(e.submit(g, 1).result()); const f = e.submit(die); t('broken', () => f.result()); t('submit broken', () => e.submit(sq, 1)); e.shutdown(); console.log(py(cfp.BrokenProcessPool.prototype instanceof (cf as any).BrokenExecutor), Object.getPrototypeOf((cf as any).BrokenExecutor).name);
  t('workers', () => new ProcessPoolExecutor(0)); t('ini', () => new ProcessPoolExecutor({ maxWorkers: 1, initializer: 5 } as any)); t('mtpc', () => new ProcessPoolExecutor({ maxWorkers: 1, maxTasksPerChild: 0 } as any));
  e = new ProcessPoolExecutor(1); const a = e.submit(slow, 0.3), bs = range(5).map(() => e.submit(slow, 0.3)); console.log(py(bs[4].cancel()), py(bs[4].cancelled()), py(bs[4].done())); t('cancelled', () => bs[4].result()); e.shutdown({ wait: true, cancelFutures: true }); console.log(a.result(), py(bs[3].cancelled())); console.log(repr(bs[4]).split('state=')[1]); t('TimeoutError', () => (cf as any).TimeoutError === TimeoutError);
}
