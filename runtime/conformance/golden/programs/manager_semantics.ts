import mp from 'multiprocessing';
import managers, { type DictProxy, type ListProxy } from 'multiprocessing/managers';
import { AttributeError, repr } from 'builtins';

const MODULES: Readonly<Record<string, string>> = { Full: 'queue', Empty: '_queue' };

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${MODULES[(e as Error).name] ?? 'builtins'}.${(e as Error).name}:`, (e as Error).message); }
}

function py(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? `[${value.map((item) => (typeof item === 'string' ? (item.includes("'") ? `"${item}"` : `'${item}'`) : py(item))).join(', ')}]` : String(value);
}

/** What JavaScript answers with undefined, or has no operator for, is an error in Python. */
function getLock(v: object) {
  if (!('getLock' in v)) throw new AttributeError(`'${v.constructor.name}' object has no attribute 'get_lock'`);
}
function or(d: object) { throw new TypeError(`unsupported operand type(s) for |: '${d.constructor.name}' and 'dict'`); }

function isSame(a: unknown, b: unknown) { return a === b; }

type Inner = ListProxy<number>;
interface Shared { x: number; lst: number[]; y: string; _z: number; new: string; nope: never }

function touch(ns: Shared, d: DictProxy<string, any>) { ns.x += 1; ns.new = 'child'; ns.lst.push(9); d.get('k').push(1); d.set('seen', mp.currentProcess().name); }

/** d[key], which raises where a Map would answer undefined. */
function item(d: DictProxy<string, any>, key: string) { const value = d.get(key, MISSING); if (value === MISSING) d.pop(key); return value; }
const MISSING = '(missing)';

if (import.meta.main) {
  const m = new mp.Manager(); console.log(m.constructor.name, m._process!.name, mp.getContext().Process.name);
  const ns = m.Namespace({ x: 10, lst: [1] }) as unknown as Shared; ns.y = 'hello'; ns._z = 12.3; console.log(String(ns), ns._z, ns.constructor.name); const d = m.dict<string, any>({ k: [0] }), l = m.list<any>(['a']); console.log(String(d), py(repr(d).startsWith('<DictProxy object, typeid')), repr(l).split(' at ')[0], String(l));
  const p = new mp.Process({ target: touch, args: [ns, d] }); p.start(); p.join(); console.log(ns.x, ns.new, 'nested list lost:', py(ns.lst), String(d));
  const k = d.get('k'); k.push(5); console.log('not propagated', py(d.get('k'))); d.set('k', k); console.log('reassigned', py(d.get('k')));
  const inner = m.list([1]); d.set('in', inner); (d.get('in') as Inner).append(2); console.log('proxy in proxy', py([...(d.get('in') as Inner)]), py([...inner]), py(d.get('in') === inner));
  const attempts: [string, () => unknown][] = [['missing key', () => item(d, 'nope')], ['index', () => l[9]], ['attr', () => ns.nope], ['del', () => d.pop('zz')], ['type', () => l.concat(5 as never)], ['dict lambda', () => d.update({ f: () => 1 })], ['in', () => d.has('k')], ['len', () => d.size], ['keys', () => d.keys()], ['items', () => d.items().map(([key, value]) => `(${repr(key)}, ${Array.isArray(value) ? py(value) : repr(value)})`).sort()], ['get', () => d.get('q', 5)], ['setdefault', () => d.setdefault('sd', 1)], ['pop', () => d.pop('sd')], ['copy', () => (d.copy() instanceof Map ? 'dict' : 'other')], ['iter', () => [...d].map(([key]) => key).sort()], ['eq', () => isSame(m.list([1]), [1])], ['eq2', () => isSame(m.dict({ a: 1 }), { a: 1 })], ['slice', () => m.list([0, 1, 2, 3, 4]).slice(1, 3)], ['iadd', () => { l.extend(['b']); return String(l); }], ['sort', () => { const sorted = l.sort({ reverse: true }); return `(${py(sorted)}, "${String(l)}")`; }], ['contains', () => l.includes('a')], ['or', () => or(d)]];
  for (const [label, fn] of attempts) t(label, fn);
  const v = m.Value('i', 5); v.value += 1; console.log(String(v), v.value, repr(v).split(' at ')[0]); const a = m.Array('i', [1, 2]); a[0] = 9; console.log(String(a), `array('i', ${py(a.slice())})`, a.length); t('manager Value has get_lock', () => getLock(v));
  const q = m.Queue<any>(1); q.put([1]); t('full', () => q.put(2, true, 0.1)); t('qsize', () => q.qsize()); t('get', () => q.get()); t('empty', () => q.get(true, 0.1)); t('task_done', () => q.taskDone()); t('task_done', () => q.taskDone()); t('join', () => q.join());
  const lk = m.Lock(); console.log(py(lk.acquire()), py(lk.acquire(false)), py(lk.acquire(true, 0.1))); lk.release(); t('release unlocked', () => lk.release()); const r = m.RLock(); r.acquire(); r.acquire(); r.release(); r.release(); t('rlock release', () => r.release());
  {
    using _ = lk.hold();
    console.log('with ok');
  }
  const s = m.BoundedSemaphore(1); t('bounded', () => s.release()); const e = m.Event(); t('event', () => e.wait(0.1)); e.set(); t('event', () => e.isSet()); const b = m.Barrier(1); t('barrier', () => b.wait()); const c = m.Condition(); t('cond', () => c.notify());
  {
    using _ = c.hold();
    t('cond wait', () => c.wait(0.1)); t('wait_for', () => c.waitFor(() => true));
  }
  const pool = m.Pool(1); t('pool', () => pool.apply(Math.pow, [2, 5])); t('pool join', () => pool.join()); console.log(pool.constructor.name); pool.terminate();
  console.log(py(Object.keys(managers.SyncManager._registry).sort())); console.log(py(['clear', 'copy', 'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'].filter((name) => name in d)), py(['append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'].filter((name) => name in l)));
  m.shutdown(); t('after shutdown', () => d.keys()); t('shutdown twice', () => m.shutdown()); t('new after shutdown', () => m.dict());
}
