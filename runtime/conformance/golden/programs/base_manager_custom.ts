import { AttributeError, ValueError } from 'builtins';
import { BaseManager, type BaseProxy } from 'multiprocessing/managers';

class MathsClass {
  n = 0;
  add(x: number, y: number) {
    this.n += 1; return x + y;
  }
  mul(x: number, y: number) { return x * y; }
  fail() { throw new ValueError('remote failure'); }
  _hidden() { return 'hidden'; }
  count() { return this.n; }
}

class MyManager extends BaseManager { declare Maths: () => MathsClass & BaseProxy; declare Exposed: () => MathsClass & BaseProxy; declare gen: () => BaseProxy; }
MyManager.register('Maths', { callable: MathsClass });
MyManager.register('Exposed', { callable: MathsClass, exposed: ['add', '_hidden'] });
function* gen() { yield 1; }
MyManager.register('gen', { callable: gen });

function moduleOf(e: Error) { return e.name === 'RemoteError' ? 'multiprocessing.managers.' : 'builtins.'; }
/** In TypeScript, what is missing is undefined; Python says so. */
function nothing(manager: object) {
  if (!('nothing' in manager)) throw new AttributeError(`'${manager.constructor.name}' object has no attribute 'nothing'`);
}
function last(text: string) { return text.trim() === '' ? '' : text.trim().split('\n').at(-1); }

if (import.meta.main) {
  let maths!: MathsClass & BaseProxy;
  {
    using manager = new MyManager(); manager.start();
    maths = manager.Maths();
    console.log(maths.add(4, 3), maths.mul(7, 8), maths.count());
    console.log('AutoProxy[Maths]', `[${['add', 'count', 'fail', 'mul', '_hidden'].filter((m) => m in maths).map((m) => `'${m}'`).join(', ')}]`);
    const e = manager.Exposed(); console.log(e.add(1, 2), e._hidden());
    for (const fn of [() => maths.fail(), () => e.mul, () => maths._callmethod('_hidden'), () => maths.n, () => (maths.add as (x: number) => number)(1), () => nothing(manager)]) {
      try { console.log(fn()); }
      catch (ex) { const error = ex as Error; console.log(`${moduleOf(error)}${error.name}:`, last(error.message)); }
    }
  }
  try { maths.add(1, 1); } catch (ex) { console.log((ex as Error).name); }
  const m = new MyManager();
  for (const fn of [() => m.Maths(), () => m.shutdown()]) {
    try { fn(); } catch (ex) { console.log((ex as Error).name, (ex as Error).message); }
  }
  m.start();
  try { m.start(); } catch (ex) { console.log((ex as Error).name, (ex as Error).message); }
  m.shutdown();
}
