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

if (import.meta.main) {
  class Local {}
  // Not `() => 1`: an error's text finds where a function was defined by its source, and A has the same.
  const cases = { lambda_arg: () => 2, generator: gen(), file: sys.stdout, bad: new Bad(), attr_lambda: new A(), module: sys, local_cls: new Local(), pool: null };
  for (const [k, v] of Object.entries(cases)) {
    const p = new mp.Process({ target: f, args: [v] });
    try {
      p.start(); p.join(); console.log(k, 'ok', p.exitcode);
    } catch (error) {
      const e = error as Error;
      console.log(k, '->', `${moduleOf(e)}.${e.name}:`, e.message);
    }
  }
  for (const [k, v] of Object.entries({ process: new mp.Process({ target: f }) })) {
    try {
      pickle.dumps(v); console.log('put', k, 'ok');
    } catch (error) {
      const e = error as Error;
      console.log('put', k, '->', `${e.name}:`, e.message);
    }
  }
}
