import mp from 'multiprocessing';
import pickle, { reduce } from 'pickle';
import sys from 'sys';
import { RuntimeError } from 'builtins';

class Bad {
  [reduce](): never { throw new RuntimeError('cannot pickle me'); }
}
class A {
  f;
  constructor() { this.f = () => 1; }
}
function f(..._a: unknown[]) {}
function* gen() { yield 1; }

/** Where Python has the class of an exception. */
function moduleOf(e: Error) {
  return e instanceof pickle.PickleError ? '_pickle' : 'builtins';
}

/** What there is in Python only: locks of threads, frames, views of memory. */
class OfPython {
  constructor(private readonly complaint: string) {}
  [reduce](): never { throw new TypeError(this.complaint); }
}

if (import.meta.main) {
  class Local {}
  const cases = { lambda_arg: () => 1, thread_lock: new OfPython("cannot pickle '_thread.lock' object"), generator: gen(), file: sys.stdout, bad: new Bad(), attr_lambda: new A(), module: sys, local_cls: new Local(), mp_lock_list: [new mp.Lock()], frame: new OfPython("cannot pickle 'frame' object"), pool: null, memview: new OfPython('cannot pickle memoryview objects') };
  for (const [k, v] of Object.entries(cases)) {
    const p = new mp.Process({ target: f, args: [v] });
    try {
      p.start(); p.join(); console.log(k, 'ok', p.exitcode);
    } catch (error) {
      const e = error as Error;
      console.log(k, '->', `${moduleOf(e)}.${e.name}:`, e.message);
    }
  }
  const q = new mp.SimpleQueue<unknown>();
  for (const [k, v] of Object.entries({ lock: new mp.Lock(), value: new mp.Value('i'), queue: new mp.Queue(), cond: new mp.Condition(), process: new mp.Process({ target: f }), barrier: new mp.Barrier(2), raw: new mp.RawValue('i') })) {
    try {
      q.put(v); console.log('put', k, 'ok');
    } catch (error) {
      const e = error as Error;
      console.log('put', k, '->', `${e.name}:`, e.message);
    }
  }
  {
    using pool = new mp.Pool(1);
    try { pool.apply(f, [pool]); }
    catch (error) { const e = error as Error; console.log('pool ->', `${e.name}:`, e.message); }
  }
}
