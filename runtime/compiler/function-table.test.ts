import { expect, test } from 'vitest';
import { run } from './fake-runtime';

test.each<[source: string, names: string[]]>([
  ['function f() {}', ['f']],
  ['const f = () => 1;', ['f']],
  ['const f = function () {};', ['f']],
  ['const f = function g() {};', ['g']],
  ['const C = class {};', ['C']],
  ['if (import.meta.main) { function f() {} }', ['f']],
  ['function outer() { function inner() {} }', ['outer', 'outer.<locals>.inner']],
  ['function outer() { const inner = () => 1; }', ['outer', 'outer.<locals>.inner']],
  ['function outer() { return () => 1; }', ['outer', 'outer.<locals>.<lambda>']],
  ['function outer() { class C { m() {} } }', ['outer', 'outer.<locals>.C', 'outer.<locals>.C.m']],
  ['const f = () => () => 1;', ['f', 'f.<locals>.<lambda>']],
  ['log(() => 1, function () {}, function g() {}, class {});', ['<lambda>', '<lambda>', 'g', '<class>']],
  ['const list = [() => 1]; let x; x = () => 1;', ['<lambda>', '<lambda>']],
  ['class A { constructor() { log(() => 1); } }', ['A', 'A.__init__', 'A.__init__.<locals>.<lambda>']],
  ['class A { f = () => 1; }', ['A', 'A.__init__.<locals>.<lambda>']],
  ['class A { static f = () => 1; }', ['A', 'A.f']],
  ['class A { static { log(() => 1); } }', ['A', 'A.<lambda>']],
  ['class A { m() {} static s() {} async a() {} *g() {} static async *h() {} }', ['A', 'A.m', 'A.s', 'A.a', 'A.g', 'A.h']],
  ['class A { get x() { return 1; } set x(v: number) {} static get y() { return 1; } }', ['A', 'A.x', 'A.x', 'A.y']],
  ['class A { #p() {} static #s() {} static() {} static static() {} }', ['A', 'A.#p', 'A.#s', 'A.static', 'A.static']],
  [
    'class A { "a b"() {} 1() {} [`c`]() {} [Symbol.iterator]() {} [Symbol.toStringTag]() {} }',
    ['A', 'A.a b', 'A.1', 'A.[computed]', 'A.__iter__', 'A.[toStringTag]'],
  ],
  ['const reduce = Symbol(); class A { [reduce]() {} }', ['A', 'A.[reduce]']],
  ['const o = { m() {}, f: () => 1, get x() { return 1; }, async *g() {} };', ['m', '<lambda>', 'x', 'g']],
  ['function f() { return { m() { return () => 1; } }; }', ['f', 'f.<locals>.m', 'f.<locals>.m.<locals>.<lambda>']],
  ['class A { static B = class { m() {} }; }', ['A', 'A.B', 'A.B.m']],
  ['class A extends (class { m() {} }) {}', ['A', '<class>', '<class>.m']],
  ['export default function () {}', ['default']],
  ['export default class { m() {} }', ['default', 'default.m']],
  ['const { a = () => 1 } = {};', ['<lambda>']],
  [
    'class P { constructor(private x: number, readonly y = 1) {} m?(): void; n<T>(this: P, x?: T): void {} }',
    ['P', 'P.__init__', 'P.n'],
  ],
  ['enum E { A } class C {}', ['<lambda>', 'C']],
  ['using x = null; function f() {}', ['f']],
])('%s', (source, names) => {
  const { image } = run(source).main;
  expect(image.functions.map(([, , name]) => name)).toEqual(names);
});

test('each range is the text that the function has when it runs', () => {
  const source = `
    import { n, twice } from './work'; import os from 'os';
    export function a(x: number): number { return twice(x) + n; }
    export default function (): void { using r = null; const inner = (): number => -n
      log(inner); }
    export class B<T> { static async s(x?: T): Promise<void> { await x; } static get g(): unknown { return this.s; }
      private p = 1; constructor(public q = n) { this.p = q; } m(): { n: number } { return { n }; } ['c' + 1]() {} }
    const arrow = async <T,>(x: T): Promise<T> => x as T, last = () => n;
    for (using y of [null]) log(() => y);
    class D { static #x = 1; static { log(function (this: D) { return D.#x; }); } }
    log(a, B, B.s, Object.getOwnPropertyDescriptor(B, 'g')!.get, B.prototype.m, B.prototype.c1, arrow, last, D, os.getpid());`;
  const { main, logged } = run([
    { name: 'main.ts', source },
    { name: 'work.ts', source: 'export const n = 1; export function twice(x: number) { return 2 * x; }' },
  ]);
  (main.exports['default'] as () => void)();
  const { functions, code } = main.image;
  const texts = new Map(functions.map(([start, end, name]) => [code.slice(start, end), name]));
  const named = [main.exports['default'], ...logged]
    .filter((value) => typeof value === 'function')
    .map((value) => texts.get(String(value)));
  const expected = [
    'default',
    '<lambda>',
    'D.<lambda>',
    'a',
    'B',
    'B.s',
    'B.g',
    'B.m',
    'B.[computed]',
    'arrow',
    'last',
    'D',
    'default.<locals>.inner',
  ];
  expect(named).toEqual(expected);
});

test('functions with the same text can be told apart', () => {
  const work = 'export const h = () => 1;';
  const { main, logged } = run([
    {
      name: 'main.ts',
      source: `import { h } from './work';
        class A { f; constructor() { this.f = () => 1; } m() { return 2; } }
        class B { m() { return 2; } }
        function outer() { return () => ({ n: 1 }); }
        log(() => 1, new A().f, h, () => ({ n: 1 }), outer(), A.prototype.m, B.prototype.m);
        log((() => 1)(), new A().f(), h(), outer()(), new B().m());`,
    },
    { name: 'work.ts', source: work },
  ]);
  const { functions, code } = main.image;
  const namesOf = (text: string) => functions.filter(([start, end]) => code.slice(start, end) === text).map(([, , name]) => name);
  expect(logged.slice(0, 7).map((value) => namesOf(String(value)))).toEqual([
    ['<lambda>'],
    ['A.__init__.<locals>.<lambda>'],
    [],
    ['<lambda>'],
    ['outer.<locals>.<lambda>'],
    ['A.m'],
    ['B.m'],
  ]);
  expect(logged.slice(7)).toEqual([1, 1, 1, { n: 1 }, 2]);
});

test.each<[source: string, required: string[], most: number]>([
  ['function f(a: number, b?: string, c = 1) {}', ['a'], 3],
  ['function f(a: number, b: string | undefined) {}', ['a', 'b'], 2],
  ['function f(a, ...rest: number[]) {}', ['a'], -1],
  ['function f({ x }: { x: number }, y ?: number) {}', ['options'], 2],
  ['const f = <T,>(this_: T, last?: (x?: number) => void) => 1;', ['this_'], 2],
  ['function f(this: Date, a: number) {}', ['a'], 1],
])('the arguments of %s', (source, required, most) => {
  const { image } = run(source).main;
  expect(image.functions[0]?.slice(3)).toEqual([required, most]);
});
