import { expect, test } from 'vitest';
import { compile } from '.';
import { logOf, run } from './fake-runtime';

test.each<[what: string, source: string, logged: unknown[]]>([
  ['enums', 'enum E { A, B = 5, C, D = "d" } log(E.C, E[5], E.D);', [6, 'B', 'd']],
  [
    'namespaces',
    'namespace N {\n  const hidden: number = 1;\n  export let count = hidden + 1;\n  export function up(): number { return ++count; }\n  export class C<T> { x?: T; }\n}\nN.up(); log(N.count, Object.keys(N), new N.C<string>() instanceof N.C);',
    [3, ['count', 'up', 'C'], true],
  ],
  [
    'namespaces in namespaces',
    'namespace A.B { export const c: number = 1; }\nnamespace D { export namespace E { export const f = 2; } namespace G { export const h = 3; } export const i = G.h; }\nlog(A.B.c, D.E.f, D.i, Object.keys(D));',
    [1, 2, 3, ['i', 'E']],
  ],
  [
    'namespaces that add to functions, classes, enums and each other',
    'function f(): number { return 1; }\nnamespace f { export const a = 2; }\nclass C {}\nnamespace C { export const b: number = 3; }\nenum E { X }\nnamespace E { export const y = 4; }\nnamespace C { export const d = 5; }\nlog(f(), f.a, C.b, E.X, E.y, C.d);',
    [1, 2, 3, 0, 4, 5],
  ],
  [
    'texts that look like namespaces',
    'const s = `\nnamespace X {\n f();\n }`; namespace Y { export const z = 1 }\nlog(s.length, Y.z);',
    [23, 1],
  ],
  ['const enums', 'const enum E { A = 1 << 3, B = A | 1 } log(E.B);', [9]],
  [
    'parameter properties',
    'class P { constructor(private readonly a: number, public b = 2) {} sum() { return this.a + this.b; } } log(new P(1).sum());',
    [3],
  ],
  [
    'parameter properties of a subclass',
    'class A {} class B extends A { constructor(public x: number) { super(); log(this.x); } } new B(4);',
    [4],
  ],
  [
    'abstract classes',
    'abstract class A { abstract f(): number; g() { return this.f(); } } class B extends A { override f() { return 1; } } log(new B().g());',
    [1],
  ],
  [
    'declared fields',
    'class A { x = 1; } class B extends A { declare x: number; y!: number; z?: number; } log(new B().x, Object.keys(new B()));',
    [1, ['x', 'y', 'z']],
  ],
  [
    'overloads',
    'function f(a: string): string; function f(a: number): number; function f(a: unknown) { return a; } log(f(1));',
    [1],
  ],
  [
    'generics',
    'const id = <T,>(x: T): T => x; class Box<T extends object = {}> { v?: T; } log(id<number>(1), new Box<{ a: 1 }>().v);',
    [1, undefined],
  ],
  ['instantiation expressions', 'const make = Array<string>; log(new make(2).length);', [2]],
  [
    'satisfies and as const',
    "const a = { b: 1 } satisfies Record<string, number>, c = ['x'] as const; log(a.b, c[0]);",
    [1, 'x'],
  ],
  ['non-null assertions', 'const a: { b?: { c: number } } = { b: { c: 1 } }; log(a.b!.c, a!.b!["c"]!);', [1, 1]],
  [
    'assertion signatures',
    'function check(x: unknown): asserts x is string {} function is(x: unknown): x is number { return true; } check(1); log(is(2));',
    [true],
  ],
  ['this parameters', 'function f(this: { a: number }, b: number) { return this.a + b; } log(f.call({ a: 1 }, 2));', [3]],
  [
    'declarations',
    'declare const nothing: number; declare function none(): void; declare global { var other: number; } declare module "x" { const a: 1; } log(typeof nothing);',
    ['undefined'],
  ],
  [
    'types',
    'type A<T> = T extends (infer U)[] ? U : never; interface B { (x: number): string; new (x: number): B; [key: string]: unknown; } log(1);',
    [1],
  ],
  ['tuples with names', 'const t: [first: number, ...rest: string[]] = [1, "a"]; const [x, ...y] = t; log(x, y);', [1, ['a']]],
  [
    'index and mapped types',
    "type K = keyof { a: 1 }; type M = { readonly [P in K]?: P }; const m: M = { a: 'a' }; log(m.a);",
    ['a'],
  ],
  ['template types', 'type T = `a${string}`; const t: T = `a${1}${2}b`; log(t);', ['a12b']],
  ['type-only names in lists', "import { type Process, } from 'multiprocessing'; export { type Process as P }; log(1);", [1]],
  ['regular expressions with sets', 'log(/^[\\p{L}--[a-z]]$/v.test("a"), /^[\\p{L}--[a-z]]$/v.test("A"));', [false, true]],
  [
    'private names',
    'class A { #x = 1; static #y = 2; get x() { return this.#x + A.#y; } has(o: object) { return #x in o; } } log(new A().x, new A().has({}));',
    [3, false],
  ],
  ['static blocks', 'class A { static x: number; static { this.x = 1; log(this.x); } }', [1]],
  ['generators and iteration', 'function* g(): Generator<number> { yield* [1, 2]; } log([...g()]);', [[1, 2]]],
  ['labels', 'outer: for (let i = 0; ; i++) { for (;;) { if (i === 2) break outer; continue outer; } } log(1);', [1]],
  [
    'optional calls and assignments',
    'let a: { f?: () => number } | null = null; log(a?.f?.()); let b: number | null = null; b ??= 5; log(b);',
    [undefined, 5],
  ],
  ['bigints and separators', 'log(1_000n + 1n, 1_000);', [1001n, 1000]],
  [
    'tagged templates',
    'const tag = (s: TemplateStringsArray, ...v: number[]) => s.raw.join("|") + v.join(); log(tag`a${1}${2}\\n`);',
    ['a||\\n1,2'],
  ],
  [
    'accessors',
    'const o = { v: 1, get x(): number { return this.v; }, set x(n: number) { this.v = n; } }; o.x = 3; log(o.x);',
    [3],
  ],
  [
    'strict mode',
    'log((function (this: unknown) { return this; })()); try { (undefinedName as any) = 1; } catch (e) { log((e as Error).name); }',
    [undefined, 'ReferenceError'],
  ],
  ['this at the top level', 'log(this);', [undefined]],
  ['import.meta', 'const { main } = import.meta; log(main, import.meta.main);', [true, true]],
  ['names of classes and functions', 'class A {} const f = () => 1; log(A.name, f.name, (class B {}).name);', ['A', 'f', 'B']],
  ['a first line for shells', '#!/usr/bin/env spawnpoint\nlog(1);', [1]],
  ['line ends of all kinds', 'log(1);\r\nlog(`a\r\nb`);\rlog(2)', [1, 'a\nb', 2]],
  ['a comment at the end', 'log(1) // done', [1]],
  ['nothing', '', []],
  [
    'names that the runtime uses',
    'const runtime = 1, $runtime = 2, $runtime2 = 3; log(runtime, $runtime, $runtime2, import.meta.main);',
    [1, 2, 3, true],
  ],
])('%s', (_what, source, logged) => {
  expect(logOf(source)).toEqual(logged);
});

test('async functions', async () => {
  const { main } = run(
    'const wait = async (): Promise<number> => { await null; return 1; }; export async function f() { return (await wait()) + 1; }',
  );
  expect(await (main.exports['f'] as () => Promise<number>)()).toBe(2);
});

test('keeps the lines', () => {
  const source =
    "import {\n  getpid,\n  type X,\n} from 'os';\n\ninterface A {\n  a: 1;\n}\n\nexport {\n  b\n};\nconst b = 1;\nlog(getpid());";
  const { code, source: kept } = compile([{ name: 'main.ts', source }]).modules[0]!;
  const line = source.split('\n').indexOf('log(getpid());');
  expect(code.split('\n')[line]).toMatch(/^log\(.*getpid\(\)\)\);$/);
  expect(kept).toBe(source);
});

const program = `
import { getpid } from 'os';
import * as time from 'time';
interface Job<T> { readonly id: number; payload: T; done?: boolean }
type Result = { id: number; value: number } | { id: number; error: string };
enum Level { Low, High = 5 }
${Array.from(
  { length: 12 },
  (_, n) => `
export class Worker${n}<T extends object = {}> {
  private readonly jobs: Job<T>[] = [];
  constructor(private readonly name: string, public level: Level = Level.Low) {}
  add(job: Job<T>): this { this.jobs.push({ ...job, done: false }); return this; }
  run(callback: (job: Job<T>, index: number) => number): Result[] {
    return this.jobs.map((job, index): Result => job.done ? { id: job.id, error: \`\${this.name}: \${index}\` } : { id: job.id, value: callback(job, index) as number });
  }
}
function work${n}(a: number, b?: string): number { const c: number = a + (b?.length ?? 0); return c * getpid() + time.time(); }`,
).join('\n')}
if (import.meta.main) {
  const workers = [new Worker1<{ x: number }>('a'), new Worker2<{ x: number }>('b', Level.High)];
  for (const worker of workers) { using lock = null as Disposable | null; log(worker.add({ id: 1, payload: { x: 1 } }).run((job) => work3(job.payload.x)), lock); }
}
`;

test('compiles a long program quickly', () => {
  expect(program.split('\n').length).toBeGreaterThan(120);
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const before = process.cpuUsage();
    compile([{ name: 'main.ts', source: program }]);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  // Of processor time, whatever else the machine does. The first rounds warm up.
  const [, , , ...warm] = times;
  expect(Math.min(...warm)).toBeLessThan(60);
});
