import { expect, test } from 'vitest';
import { compile, type ModuleImage } from '.';
import { run, runImage } from './fake-runtime';

/** Where frames of a stack are in the learner's files, as a process translates them. */
function framesOf(error: Error, modules: readonly ModuleImage[]): string[] {
  const frames: string[] = [];
  for (const line of error.stack?.split('\n') ?? []) {
    const match = /([^\s(]+):(\d+):(\d+)\)?$/.exec(line);
    const image = modules.find(({ name }) => name === match?.[1]);
    if (image === undefined) continue;
    const segments = image.mappings[Number(match?.[2]) - 1] ?? [];
    let found = '?';
    for (let index = 0; index < segments.length; index += 3) {
      if (segments[index]! <= Number(match?.[3]) - 1) found = `${segments[index + 1]! + 1}:${segments[index + 2]! + 1}`;
    }
    frames.push(`${image.name}:${found}`);
  }
  return frames;
}

/** The error that a program throws, and where its marks `¦0`, `¦1` … say that its frames are. */
function thrownBy(marked: Readonly<Record<string, string>>): { frames: string[]; marks: string[] } {
  const marks: string[] = [];
  const files = Object.entries(marked).map(([name, text]) => {
    let source = '';
    for (const part of text.split(/(¦\d)/)) {
      if (!part.startsWith('¦')) source += part;
      else {
        const before = source.split('\n');
        marks[Number(part[1])] = `${name}:${before.length}:${before.at(-1)!.length + 1}`;
      }
    }
    return { name, source };
  });
  const image = compile(files);
  try {
    runImage(image);
  } catch (error) {
    return { frames: framesOf(error as Error, image.modules), marks };
  }
  throw new Error('nothing was thrown');
}

test.each([
  "throw ¦0new Error('x');",
  "const a: number = 1, b = <string>'b'; type T = { x: 1 }; throw ¦0new Error(b as string);",
  'interface A {\n  a: number;\n}\nfunction f<T extends A>(a: T, b?: string): never { const c: T = a; throw ¦0new Error(String(c as unknown)); }\n\n  ¦1f({ a: 1 } satisfies A);',
  'const o = null as any as { p: { q: number } }; const v: number = o.¦0p.q;',
  'const f = undefined as unknown as (x: number) => void; { let x: number = 1; ¦0f(x as number); }',
  'class C { declare a: number; constructor(private readonly b: number, c?: string) { throw ¦0new Error(c); } }\nconst c: C = ¦1new C(1 as number);',
  "class A<T> { m(this: A<T>, x: T): void { throw ¦0new Error('m'); } static s<U>(): void { new A<U>().¦1m(null as U); } }\nA.¦2s<number>();",
  'abstract class B { protected abstract x(): void; y!: number; run(): void { this.¦1x(); } }\nclass D extends B { override x(): void { throw ¦0new Error(); } }\nnew D().¦2run();',
  'enum E { A, B = 2 } const enum F { C } function f(e: E | F): void { throw ¦0new Error(`${e}`); } ¦1f(E.B), f(F.C);',
  'import os, { type X } from "os"; import type { Y } from "nowhere"; const p: number = os.getpid() as number; throw ¦0new Error(String(p));',
  'import { getpid } from "os"; const f = (x: number): number => { throw ¦0new Error(String(x)); }; getpid(), ¦1f(getpid());',
  'export default (function (x: number = (() => { throw ¦0new Error(); })()): void {})(); export const f = () => 1;',
  'if (import.meta.main) { const f = <T,>(x: T): T => { throw ¦0new Error(); }; class C {} function g(): void { ¦1f<number>(1); } ¦2g(); }',
  'const t = `${1 as number}${(() => { throw ¦0new Error(); })() as never}`;',
  'const f = (x: unknown): asserts x is string => { throw ¦0new Error(); };\n[1].¦2forEach((x: number, i?: number) => ¦1f(x!));'.replace(
    '¦2',
    '',
  ),
  '{ using x: null = null, y = { [Symbol.dispose](): void {} }; const z: number = 1; throw ¦0new Error(); }',
  '{\n  ¦1using x = { [Symbol.dispose](): void { throw ¦0new Error(); } }; const y: number = 1;\n}',
  'const r: any = {};\n{ using ¦0x = r as Disposable; }',
  'function f(): void { for (¦1using x of [{ [Symbol.dispose](): void { throw ¦0new Error(); } }] as Disposable[]) { const y: number = 1; } } ¦2f();',
  'const s = "a\\nb"; /* c\n */ const u: string = s; throw /* why */ ¦0new Error(u);',
  "const re = /[\\p{L}--[a-z]]/v, g = f<string>; function f<T>(x?: T): void { throw ¦0new Error(); } ¦1g(re.test('x') as any);",
  'async function f(): Promise<void> {} const x: number = 1; ¦0null!.x;'.replace('¦0null!.x', 'null!.¦0x'),
])('%s', (source) => {
  const { frames, marks } = thrownBy({ 'main.ts': source });
  expect(frames.slice(0, marks.length)).toEqual(marks);
});

test('calls of functions from other files', () => {
  const { frames, marks } = thrownBy({
    'main.ts':
      "import { fail as f, tag, Fails } from './work';\nconst run = (x: number): void => { const y: number = x; ¦1f(y, 1 as number); };\n¦2run(1 as number);",
    'work.ts':
      'export type A = 1;\nexport function fail(a: number, b: A): never { const c: number = a; throw ¦0new Error(String(c + b)); }',
  });
  expect(frames.slice(0, 3)).toEqual(marks);
});

test.each<[call: string, rest: string]>([
  ['¦1f(1);', ''],
  ['¦1f (f as any);', ''],
  ['1 + ¦1(f)(2);', ''],
  ['¦1f?.(1 as number);', ''],
  ['¦1f`x`;', ''],
  ['const x: any = { f, g: ¦1f(2) };', ''],
  ['¦1new f();', ''],
  ['[¦1f(1 as number) as unknown, f];', ''],
])('a call of an imported function: %s', (call) => {
  const { frames, marks } = thrownBy({
    'main.ts': `import { f } from './work'; const a: number = 1; ${call.replace('1 + ¦1(f)', '1 + (¦1f)')}`,
    'work.ts': 'export let f: any = function (): void { throw ¦0new Error(); };',
  });
  expect(frames.slice(0, 2)).toEqual(marks);
});

test('an import that fails is where the import is', () => {
  const image = compile([{ name: 'main.ts', source: "const a: number = 1;\nimport { b } from 'os';\nb;" }]);
  const work = compile([
    { name: 'main.ts', source: "const a: number = 1;\n  import { b } from './work';\nb;" },
    { name: 'work.ts', source: "throw new Error('at import');" },
  ]);
  expect(image.modules).toHaveLength(1);
  let caught: unknown;
  try {
    runImage(work);
  } catch (error) {
    caught = error;
  }
  expect(framesOf(caught as Error, work.modules)).toEqual(['work.ts:1:7', 'main.ts:2:3']);
});

test('every name of the code is mapped to itself', () => {
  const source = `
    import { twice as double, type T } from './work';
    export abstract class Shape<K extends string = 'a'> { constructor(protected readonly kind: K, private size: number) {} abstract area(): number;
      get double(): number { return double(this.size) as number; } static of<S extends Shape>(this: new () => S): S { return new this(); } }
    export const area = <S extends Shape>(shape: S, { scale = 1, ...rest }: { scale?: number } = {}): number => shape.area() * scale + Object.keys(rest).length;
    function overloaded(a: string): string; function overloaded(a: number): number; function overloaded(a: any): any { return a satisfies unknown; }
    if (import.meta.main) { const list: Array<Record<string, number>> = [{ double: 1 }], tuple = [1, 'a'] as const; log(list, tuple, overloaded(1), double); }
    for (const entry of new Map<string, T>()) { using resource = null as Disposable | null; log(entry!, resource); }`;
  const { image } = run([
    { name: 'main.ts', source },
    { name: 'work.ts', source: 'export type T = 1; export const twice = (x: number) => 2 * x;' },
  ]).main;
  const code = image.code.split('\n');
  const text = source.split('\n');
  const strangers: string[] = [];
  let names = 0;
  for (const [line, segments] of image.mappings.entries()) {
    for (let index = 0; index < segments.length; index += 3) {
      const [column, sourceLine, sourceColumn] = segments.slice(index, index + 3) as [number, number, number];
      if (index > 0) expect(column).toBeGreaterThan(segments[index - 3]!);
      const generated = /^[\w$]+/.exec(code[line]!.slice(column))?.[0];
      if (generated === undefined) continue;
      names++;
      if (!text[sourceLine]!.slice(sourceColumn).startsWith(generated)) strangers.push(generated);
    }
  }
  expect(names).toBeGreaterThan(60);
  // What was added: the imports at the top, parameter properties, and what stands for `import.meta`, imports and `using`.
  const properties = ['this', 'kind', 'kind', 'this', 'size', 'size'];
  expect(strangers).toEqual(['const', 'const', '$runtime', '$runtime', 'const', ...properties, '$runtime', '$work', 'const']);
});
