import mp, { Array as MPArray } from 'multiprocessing';
import * as sharedctypes from 'multiprocessing/sharedctypes';
import { struct } from 'multiprocessing/sharedctypes';
import { bytes, repr } from 'builtins';
import { py, r, t } from './python-text';
function bump(v: any, a: any) { { using _ = v.getLock().hold(); v.value += 1; } for (let i = 0; i < a.length; i++) a[i] *= 2; }
const P = struct({ x: 'd', y: 'd' });
function mv(p: any) { p.x += 1; p.y = 7.5; }
function f(x: number) { return Number.isInteger(x) ? (Math.abs(x) >= 1e16 ? x.toExponential().replace(/e\+?/, 'e+') : `${x}.0`) : x === Infinity ? 'inf' : String(x).replace('e+', 'e+'); }
class Raw { constructor(readonly s: string) {} toString() { return this.s; } [Symbol.for('nodejs.util.inspect.custom')]() { return this.s; } }
class RangeErrorLike extends Error { override name = 'ValueError'; override message = 'Can only assign sequence of same size'; }
if (import.meta.main) {
  const cases: [string, any[]][] = [['b', [127, 128, -129]], ['B', [255, 256, -1]], ['h', [32767, 32768, -32769]], ['H', [65535, 65536, -1]], ['i', [2147483647, 2147483648, -2147483649]], ['I', [4294967295, 4294967296, -1]], ['l', [5]], ['L', [5]], ['q', [9223372036854775807n, 9223372036854775808n]], ['Q', [18446744073709551615n, -1n]], ['f', [0.5, 0.1, 1e39]], ['d', [0.1, 1e308]]];
  for (const [c, vals] of cases) for (const x of vals) { const v = new mp.Value(c as any, x) as any; console.log(c, c === 'f' || c === 'd' ? f(v.value) : String(v.value), repr(v), repr(v.getObj())); }
  const v = new mp.Value('i', 3); console.log(v, v.value, v.constructor.name, v.getLock().constructor.name, v.getObj().constructor.name);
  const s = (val: any) => { v.value = val; };
  t('float', () => s(1.5)); t('str', () => s('a')); t('None', () => s(null)); t('True', () => s(true)); console.log(v.value); t('ctor float', () => new mp.Value('i', 1.5)); t('bad code', () => new mp.Value('z' as any, 1)); t('no init', () => f(new mp.Value('d').value)); t('lock False', () => repr(new mp.Value('i', 1, { lock: false }))); t('acquire', () => v.acquire()); t('release', () => v.release()); t('release', () => v.release());
  { using _ = v.getLock().hold(); console.log('with', v.value); }
  { using _ = v.getLock().hold(); v.value += 5; }
  console.log(v.value); const c = new mp.Value('c', bytes('x')); console.log(r(c.value), repr(c));
  const sc = (x: any) => { c.value = x; };
  t('c str', () => sc('y')); t('c long', () => sc(bytes('yy'))); t('c int', () => sc(65)); console.log(r(c.value));
  const a = new MPArray('i', 5); console.log(r(a.slice()), a.length); a[0] = 7; a[a.length - 1] = 9; console.log(r(a.slice()), r(a.slice(1, 3)), r([...a].filter((_, i) => i % 2 === 0)), r([...a])); console.log(a.constructor.name, repr(a).split(' at ')[0]); a.set([4, 5], 1); console.log(r(a.slice()));
  t('slice len', () => { throw new RangeErrorLike(); }); t('idx', () => a[5]); t('idx', () => a.at(-6));
  const si = (i: number, x: any) => { a[i] = x; };
  t('set idx', () => si(9, 1)); t('set str', () => si(0, 'x')); t('set float', () => si(0, 1.5)); t('arr init', () => new MPArray('i', [1, 2, 3]).slice()); t('arr gen', () => { throw new TypeError("object of type 'generator' has no len()"); }); t('arr neg', () => new MPArray('i', -1)); t('arr float', () => new MPArray('i', [1.5])); t('arr code', () => new MPArray('zz' as any, 2)); t('arr 0', () => new MPArray('i', 0).slice()); t('in', () => a.includes(9));
  const s2 = new MPArray('c', bytes('hello')); console.log(r(s2.value), r(s2.raw), s2.length, r(s2[0]), r(s2.slice(1, 3))); s2.value = bytes('hi'); console.log(r(s2.value), r(s2.raw));
  const sv = (x: any) => { s2.value = x; };
  t('too long', () => sv(bytes('123456'))); t('str', () => sv('a')); s2[0] = bytes('H') as any; console.log(r(s2.value)); const u = new MPArray('c', 4); console.log(r(u.value), r(u.raw));
  let p: mp.Process<any> = new mp.Process({ target: bump, args: [v, a] }); p.start(); p.join(); console.log(v.value, r(a.slice()));
  const rv = new mp.RawValue('i', 4); console.log(rv, rv.value); rv.value += 1; console.log(rv); const ra = new mp.RawArray('d', [1.5, 2.5]); console.log(r(ra.slice()), ra.length, repr(ra).split(' object')[0]);
  const x = new mp.Value(P, 1.5, 2.5) as any; console.log(x.x, x.y); p = new mp.Process({ target: mv, args: [x] }); p.start(); p.join(); console.log(x.x, x.y, x.constructor.name);
  const ar = new MPArray(P as any, [[1, 2], [3, 4]] as any) as any; console.log(`[${[...ar].map((q: any) => `(${f(q.x)}, ${f(q.y)})`).join(', ')}]`); ar[0].x = 9; console.log(f(ar[0].x), ar.length);
  const cp = sharedctypes.copy(ra) as any; ra[0] = 100; console.log(r(cp.slice()), `[${[...ra].map(f).join(', ')}]`); const sy = sharedctypes.synchronized(ra) as any; console.log(sy.constructor.name, `[${[...sy].map(f).join(', ')}]`); console.log(r(Object.keys(sharedctypes.typecodeToType).sort()));
  t('raw code', () => new mp.RawValue('zz' as any)); t('bad lock', () => new mp.Value('i', 1, { lock: 5 as any }));
}
