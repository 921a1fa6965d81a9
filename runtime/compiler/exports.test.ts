import { expect, test } from 'vitest';
import { logOf, run } from './fake-runtime';

const aFunction: unknown = expect.any(Function);
const os: unknown = expect.objectContaining({ getpid: aFunction });

test.each<[what: string, source: string, exported: Record<string, unknown>]>([
  ['constants', 'export const a = 1, b = 2;', { a: 1, b: 2 }],
  ['variables, as they change', 'export let a = 1; a = 3;', { a: 3 }],
  ['patterns', 'export const { a, b: [c, ...d], ...e } = { a: 1, b: [2, 3], f: 4 };', { a: 1, c: 2, d: [3], e: { f: 4 } }],
  ['a list', 'const a = 1; let b = 2; export { a, b as c, a as "d e" };', { a: 1, c: 2, 'd e': 1 }],
  ['a default value', 'export default (1, 2);', { default: 2 }],
  ['a default object', 'export default { a: 1 }', { default: { a: 1 } }],
  ['a variable as default', 'let a = 1; export { a as default }; a = 2;', { default: 2 }],
  ['an enum', 'export enum E { A, B = "b" }', { E: { 0: 'A', A: 0, B: 'b' } }],
  ['no types', 'export interface A {} export type B = A; interface C {} export type { C };', {}],
  ['no types in a list', 'interface A {} type B = A; const c = 1; export { A, B, c };', { c: 1 }],
  ['no declarations', 'export declare const a: number; export const b = 1;', { b: 1 }],
  [
    'no abstract overloads',
    'export function f(a: string): number; export function f(): number { return 1; } export const r = f("");',
    { f: aFunction, r: 1 },
  ],
  ['what it imports', "import { argv } from 'sys'; export { argv };", { argv: ['main.ts'] }],
  ['from a module', "export { argv as list } from 'sys';", { list: ['main.ts'] }],
  [
    'the default of a module',
    "export { default as sys } from 'sys'; export { default } from 'os';",
    { sys: { isDefault: true }, default: os },
  ],
  ['a module', "export * as t from 'time';", { t: { time: aFunction } }],
  [
    'all of a module but what it has itself',
    "export * from 'sys'; export * from 'time'; export const time = 1;",
    { argv: ['main.ts'], time: 1 },
  ],
])('exports %s', (_what, source, exported) => {
  expect({ ...run(source).main.exports }).toEqual(exported);
});

test.each<[what: string, source: string, name: string]>([
  ['a function', 'export default function () { return 5; }', 'default'],
  ['an async generator', 'export default async function* () {}', 'default'],
  ['an arrow function', 'export default () => 5', 'default'],
  ['an arrow function in parentheses', 'export default (() => 5);', 'default'],
  ['a class', 'export default class { static v = 5 }', 'default'],
  ['a class as an expression', 'export default (class { static v = 5 });', 'default'],
  ['a named function', 'export default function f() { return 5; }', 'f'],
  ['a named class', 'export default abstract class C {}', 'C'],
  ['a named function as an expression', 'export default (function g() {});', 'g'],
])('exports %s by default, with its name', (_what, source, name) => {
  const { exports, definitions } = run(source).main;
  const value = exports['default'] as { name: string };
  expect(value.name).toBe(name);
  if (name !== 'g') expect(definitions.get(name)?.()).toBe(value);
});

test('passes on what another file exports, as it changes, and no types', () => {
  const { exports } = run([
    {
      name: 'main.ts',
      source: "export * from './a'; export { n as m, type T, U } from './b'; import { U } from './b'; export { U as V };",
    },
    { name: 'a.ts', source: "export * from './b'; export * from './main'; export const own = 1; export default 1;" },
    {
      name: 'b.ts',
      source: "export let n = 0; export type T = 1; export interface U {} export function inc() { n++; } export * from 'time';",
    },
  ]).main;
  expect(Object.keys(exports).sort()).toEqual(['inc', 'm', 'n', 'own']);
  (exports['inc'] as () => void)();
  expect([exports['n'], exports['m']]).toEqual([1, 1]);
});

test('functions are exported before anything runs, variables when they are declared', () => {
  const files = [
    { name: 'main.ts', source: "import './other'; export const later = 1; export function early() { return 2; }" },
    {
      name: 'other.ts',
      source: "import * as main from './main'; log(main.early()); try { log(main.later); } catch (e) { log((e as Error).name); }",
    },
  ];
  expect(logOf(files)).toEqual([2, 'ReferenceError']);
});
