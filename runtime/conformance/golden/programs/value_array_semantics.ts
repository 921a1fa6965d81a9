import mp from 'multiprocessing';
import { RawValue, RawArray, copy, synchronized, sizeof, struct, Value, Array, type Typecode } from 'multiprocessing/sharedctypes';
import { bytes, range } from 'builtins';

function t(label: string, fn: () => unknown) {
  try {
    console.log(label, '=', py(fn(), label));
  } catch (error) {
    const e = error as Error;
    console.log(label, '->', `builtins.${e.name}:`, e.message);
  }
}
/** What a value is in Python's words; a label that begins with `f` or `d` tells of a float. */
function py(value: unknown, label = ''): string {
  if (value === Infinity) return 'inf';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' && /^[fd] /.test(label) && Number.isInteger(value)) return value.toFixed(1);
  if (value instanceof Uint8Array) return `b'${globalThis.Array.from(value, (byte) => (byte === 0 ? '\\x00' : String.fromCharCode(byte))).join('')}'`;
  if (globalThis.Array.isArray(value)) return `[${value.map((item) => py(item, label)).join(', ')}]`;
  return String(value);
}
const Point = struct({ x: 'd', y: 'd' });
type Points = { readonly length: number; [index: number]: { x: number; y: number } };
function st(o: { value: unknown }, v: unknown) { o.value = v; }
function f(n: { value: number }, s: { value: Uint8Array }, a: null, ps: Points) {
  n.value **= 2; s.value = bytes(new TextDecoder().decode(s.value).toUpperCase());
  for (const i of range(ps.length)) { ps[i].x **= 2; ps[i].y **= 2; }
}
if (import.meta.main) {
  for (const code of 'cbBhHiIlLqQfd') { const v = new mp.Value(code as Typecode); console.log(code, py(v.value, `${code} `), sizeof(v.getObj())); }
  t('u', () => new mp.Value('u', 'x').value);
  for (const [code, text, x] of [['i', '2147483648', 2 ** 31], ['i', '-2147483649', -(2 ** 31) - 1], ['B', '256', 256], ['B', '-1', -1], ['b', '200', 200], ['h', '70000', 70000], ['I', '-1', -1], ['q', '9223372036854775808', 2n ** 63n], ['f', '0.1', 0.1], ['d', '0.1', 0.1], ['f', '1e+40', 1e40]] as const) t(`${code} <- ${text}`, () => { const v = new mp.Value<Typecode>(code); st(v, x); return v.value; });
  const wrong = (code: Typecode, value: unknown) => () => new mp.Value(code, value as number).value;
  t('i <- 1.5', wrong('i', 1.5)); t('i <- str', wrong('i', 'a')); t('c <- str', wrong('c', 'a')); t('c <- bytes2', wrong('c', bytes('ab'))); t('d <- int', wrong('d', 3)); t('i <- True', wrong('i', true)); t('bad code', wrong('z' as Typecode, 1)); t('bad lock', () => new mp.Value('i', 5, { lock: 'navalue' as never }));
  const v = new mp.Value('i', 7); console.log(v); console.log(v.getObj(), v.getLock(), py('acquire' in v)); console.log(new mp.RawValue('i', 3), py('getLock' in new mp.RawValue('i')), new mp.Value('i', 1, { lock: false }).constructor.name);
  const a = new mp.Array('i', [1, 2, 3, 4, 5]); console.log(a, a.length, a[0], a.at(-1), py(a.slice(1, 3)), py(a.slice().reverse()), py(a.slice().filter((_, i) => i % 2 === 0)), py([...a]), py(a.includes(3)));
  a.set([20, 30], 1); console.log(py(a.slice())); t('slice size', () => a.set([1, 2, 3], 3)); t('ext slice', () => { [7, 8, 9].forEach((x, i) => { a[2 * i] = x; }); return a.slice(); }); t('index', () => a[5]); t('neg index', () => a.at(-6)); t('set index', () => { a[5] = 1; }); t('append', () => { if (!('append' in a)) throw new (class AttributeError extends Error { override name = 'AttributeError'; })("'SynchronizedArray' object has no attribute 'append'"); }); t('str item', () => { a[0] = 'x' as never; }); t('float item', () => { a[0] = 1.5; }); t('sum', () => [...a].reduce((x, y) => x + y)); t('reversed', () => [...a].reverse());
  console.log(py(new mp.Array('d', 3).slice(), 'd '), py(new mp.Array('i', 0).slice())); t('neg size', () => new mp.Array('i', -1)); t('gen', () => new mp.Array('i', (function* () { yield* range(3); })() as never));
  const c = new mp.Array('c', bytes('hello')); console.log(py(c.value), py(c.raw), py(bytes([c.at(0)[0]])), py(c.slice(0, 3)), c.length); c.value = bytes('hi'); console.log(py(c.value), py(c.raw)); t('too long', () => st(c, bytes('abcdefgh'))); t('c str', () => st(c, 'abc')); const c10 = new mp.Array('c', 10); c10.value = bytes('xy'); console.log(py(c10.raw));
  const n = new Value('i', 7), s = new Array('c', bytes('hello world')), ar = new Array(Point, [[1.5, -2.5], [3, 4]]);
  const p = new mp.Process({ target: f, args: [n, s, null, ar] }); p.start(); p.join(); console.log(n.value, py(s.value), `[${[...ar].map((q) => `(${py(q.x, 'd ')}, ${py(q.y, 'd ')})`).join(', ')}]`);
  const P = new Value(Point, 1, 2, { lock: false }), Q = copy(P); P.x = 9; console.log(py(Q.x, 'd '), py(P.x, 'd ')); const y = synchronized(P); console.log(y.constructor.name, py(y.x, 'd '));
}
