import { expect, test } from 'vitest';
import { run } from './fake-runtime';

test.each<[what: string, source: string, names: string[]]>([
  ['functions', 'function f() {} async function g() {} function* h() {}', ['f', 'g', 'h']],
  ['exported functions', 'export function f() {} export default function g() {}', ['f', 'g']],
  ['classes', 'class A {} export class B extends A {} abstract class C {}', ['A', 'B', 'C']],
  [
    'constants that are functions',
    'const f = () => 1, g = function () {}, h = class {}; export const i = async (x: number) => x;',
    ['f', 'g', 'h', 'i'],
  ],
  ['variables that are functions', 'let f = () => 1; var g = (() => 2) as () => number;', ['f', 'g']],
  ['not values', 'const a = 1, b = [() => 1], c = { f() {} }, d = f(); function f() {}', ['f']],
  ['not enums', 'enum E { A }', []],
  ['not inner functions', 'function f() { function g() {} const h = () => { if (h) { class K {} } }; } f();', ['f']],
  ['not methods', 'class A { m() {} static s() {} static { function f() {} } }', ['A']],
  ['in a block', '{ function f() {} { class C {} } }', ['f', 'C']],
  ['in if', 'if (import.meta.main) { const f = () => 1; } else { const g = () => 1; }', ['f']],
  ['in the branch that runs', 'if (!import.meta.main) { const f = () => 1; } else if (true) { const g = () => 1; }', ['g']],
  ['in try', 'try { const a = () => 1; throw 1; } catch { const b = () => 1; } finally { const c = () => 1; }', ['a', 'b', 'c']],
  [
    'in loops',
    'for (const i of [1]) { function a() {} } while (true) { const b = () => 1; break; } l: do { class C {} } while (false);',
    ['a', 'b', 'C'],
  ],
  ['in a loop that does not run', 'for (const i of []) { function a() {} }', []],
  ['in a case', 'switch (1 as number) { case 1: { function a() {} break; } default: { function b() {} } }', ['a']],
  ['beside using', 'using x = null; function f() {} { using y = null; class C {} }', ['f', 'C']],
])('registers %s', (_what, source, names) => {
  const { definitions } = run(source).main;
  expect([...definitions.keys()].sort()).toEqual(names.sort());
  for (const [name, get] of definitions) {
    expect(get()).toBeInstanceOf(Function);
    expect((get() as { name: string }).name).toBe(name);
  }
});

test('a child does not know what is under the guard', () => {
  const source = 'function f() {} if (import.meta.main) { function g() {} }';
  expect([...run(source).main.definitions.keys()]).toEqual(['f', 'g']);
  expect([...run(source, { isMain: false }).main.definitions.keys()]).toEqual(['f']);
});

test('a function is known before the code of its block runs, a constant is not', () => {
  const { logged } = run(
    '{ log(typeof f); const g = () => 1; function f() {} } log(import.meta.main, Object.keys(import.meta));',
  );
  expect(logged).toEqual(['function', true, ['main']]);
});

test('a name means what it holds now', () => {
  const { definitions } = run('let f = () => 1; f = () => 2;').main;
  expect((definitions.get('f')?.() as () => number)()).toBe(2);
});
