import { expect, test } from 'vitest';
import { compile, knownModules } from '.';
import { internalModules } from './known-modules';
import { logOf, run } from './fake-runtime';

test.each<[title: string, source: string, logged: unknown[]]>([
  ['a name', "import { getpid } from 'os'; log(getpid());", [4101]],
  ['a name under another', "import { getpid as pid } from 'os'; log(pid());", [4101]],
  ['the module as default', "import os from 'os'; log(os.getpid());", [4101]],
  ['a default where there is one', "import sys from 'sys'; log(sys.isDefault);", [true]],
  ['the default by name', "import { default as system } from 'sys'; log(system.isDefault);", [true]],
  ['the module as namespace', "import * as os from 'os'; log(os.cpuCount());", [2]],
  ['default and names', "import os, { getpid } from 'os'; log(os.getpid === getpid);", [true]],
  ['one module twice', "import { getpid } from 'os'; import { cpuCount } from 'os'; log(getpid(), cpuCount());", [4101, 2]],
  ['internal modules', "import { handle } from '_system'; log(handle);", [7]],
  ['before it is imported', "log(getpid()); import { getpid } from 'os';", [4101]],
  ['called without this', "import { self } from 'os'; log(self());", [undefined]],
  ['in a shorthand', "import { argv } from 'sys'; log({ argv });", [{ argv: ['main.ts'] }]],
  [
    'shadowed by a parameter',
    "import { getpid } from 'os'; log(((getpid: string) => getpid)('mine'), getpid());",
    ['mine', 4101],
  ],
  ['types alone', "import type { X } from './nowhere'; import { type Y } from './nowhere-either'; log(1);", [1]],
  ['of which only types are used', "import { Process } from 'multiprocessing'; let p: Process | null = null; log(p);", [null]],
])('imports %s', (_title, source, logged) => {
  expect(logOf(source)).toEqual(logged);
});

const work = `
  export let n = 0;
  export const seen: string[] = [];
  export function work(this: unknown, x = 1): number { n += x; return n; }
  export function who(this: unknown) { return this; }
  export class Box { constructor(readonly value = 1) {} }
  export default function twice(x: number) { return 2 * x; }
`;

test.each<[title: string, source: string, logged: unknown[]]>([
  ['live bindings', "import { n, work } from './work'; log(n); work(2); log(n);", [0, 2]],
  ['live bindings by namespace', "import * as w from './work'; w.work(3); log(w.n);", [3]],
  ['the default', "import twice, { n } from './work.ts'; log(twice(4), n);", [8, 0]],
  ['calls without this', "import { who } from './work'; log(who(), who?.(), (who)());", [undefined, undefined, undefined]],
  ['a tag', "import { who } from './work'; log(who`x`);", [undefined]],
  [
    'classes',
    "import { Box } from './work'; class B extends Box {} log(new Box(2).value, new B(3).value, new Box instanceof Box);",
    [2, 3, true],
  ],
  ['shorthand properties', "import { n as count } from './work'; const { count: c } = { count }; log(c);", [0]],
  ['typeof', "import { work } from './work'; log(typeof work);", ['function']],
  [
    'the name of a property',
    "import { n } from './work'; const o = { n: 5, m() { return this.n; } }; log(o.n, o.m(), o?.n, n);",
    [5, 5, 5, 0],
  ],
  ['the name of a label', "import { n } from './work'; n: for (;;) { break n; } log(n);", [0]],
  ['a computed key', "import { n } from './work'; class C { [n] = 1; } log(new C()[n]);", [1]],
  ['a default value', "import { n } from './work'; const f = ({ a = n } = {}, b = n) => [a, b]; log(...f());", [0, 0]],
  ['a template', "import { n } from './work'; log(`${n}${n}`);", ['00']],
  ['.js in place of .ts', "import { n } from './work.js'; log(n);", [0]],
])('takes from a file of the program %s', (_title, source, logged) => {
  const files = [
    { name: 'main.ts', source },
    { name: 'work.ts', source: work },
  ];
  expect(logOf(files)).toEqual(logged);
});

test.each<[declares: string, source: string]>([
  ['a parameter', '(n => log(n))(9);'],
  ['a pattern', '(({ a: [n] }) => log(n))({ a: [9] });'],
  ['var', 'function f() { log(n); if (n) return; var n = 9; log(n); } n; f();'],
  ['let', '{ let n = 9; log(n); }'],
  ['a class', '{ class n { static v = log(9) } new n(); }'],
  ['a function', '{ log(n()); function n() { return 9; } }'],
  ['catch', 'try { throw 9; } catch (n) { log(n); }'],
  ['a loop', 'for (const n of [9]) log(n);'],
  ['a counting loop', 'for (let n = 9; n < 10; n++) log(n);'],
  ['switch', 'switch (9) { case 9: const n = 9; log(n); }'],
  ['a function’s own name', '(function n(x) { log(x ? 9 : n(1)); })();'],
  ['a static block', 'class C { static { var n = 9; log(n); } }'],
])('knows that %s shadows an import', (_declares, source) => {
  const files = [
    { name: 'main.ts', source: `import { n } from './work'; ${source} log(n);` },
    { name: 'work.ts', source: 'export const n = 1;' },
  ];
  const logged = logOf(files);
  expect(logged.at(-1)).toBe(1);
  expect(logged.slice(0, -1).filter((value) => value !== undefined)).toContain(9);
  expect(logged.slice(0, -1)).not.toContain(1);
});

test('asks the runtime for each module once, in the order of the imports, with the names it needs', () => {
  const { imported } = run([
    {
      name: 'main.ts',
      source:
        "import w, { n } from './lib/work'; import os, { getpid } from 'os'; import { m } from './lib/work'; log(w, n, os, getpid, m);",
    },
    { name: 'lib/work.ts', source: "import { m as other } from '../other'; export const n = 1, m = other; export default 0;" },
    { name: 'other.ts', source: 'export const m = 2;' },
  ]);
  expect(imported).toEqual([
    ['lib/work.ts', ['default', 'n', 'm']],
    ['other.ts', ['m']],
    ['os', ['getpid']],
  ]);
});

test('runs a module for its effects', () => {
  expect(
    logOf([
      { name: 'main.ts', source: "import './work'; log('main');" },
      { name: 'work.ts', source: "log('work');" },
    ]),
  ).toEqual(['work', 'main']);
});

test('leaves out what nobody imports', () => {
  const image = compile([
    { name: 'main.ts', source: '' },
    { name: 'broken.ts', source: '{' },
  ]);
  expect(image.modules.map(({ name }) => name)).toEqual(['main.ts']);
});

test('lets modules import each other', () => {
  const files = [
    {
      name: 'main.ts',
      source:
        "import { odd } from './odd'; export function even(n: number): boolean { return n === 0 || odd(n - 1); } log(even(10), even(7));",
    },
    {
      name: 'odd.ts',
      source: "import { even } from './main'; export const odd = (n: number): boolean => n !== 0 && even(n - 1);",
    },
  ];
  expect(logOf(files)).toEqual([true, false]);
});

test('every known module can be imported, and a name cannot be known and internal', () => {
  for (const name of [...knownModules, ...internalModules]) {
    expect(() => compile([{ name: 'main.ts', source: `import * as m from '${name}'; m;` }])).not.toThrow();
  }
  expect(knownModules.filter((name) => internalModules.includes(name))).toEqual([]);
});

test('is not confused by names like its own', () => {
  const source = "import os from 'os'; const $runtime = 1, $os = 2; log($runtime, $os, os.getpid(), import.meta.main);";
  expect(logOf(source)).toEqual([1, 2, 4101, true]);
});
