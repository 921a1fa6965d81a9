import { expect, test } from 'vitest';
import { CompileError, compile, knownModules, type SourceFile } from '.';

/** Each source has a mark, `¦`, where the complaint must be. */
function complaintOf(marked: string, others: readonly SourceFile[] = []): CompileError {
  const source = marked.replace('¦', '');
  try {
    compile([{ name: 'main.ts', source }, ...others]);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const before = marked.slice(0, marked.indexOf('¦')).split('\n');
    expect([error.file, error.line, error.column]).toEqual(['main.ts', before.length, before.at(-1)!.length + 1]);
    return error;
  }
  throw new Error(`compiled: ${source}`);
}

test.each<[marked: string, message: string, hint?: string]>([
  ['¦await f();', "Top-level 'await' is not supported", 'Put it into an async function, and call that.'],
  ['const a: number = 1;\nfor (const x of [1]) { const y: number = ¦await x; }', "Top-level 'await' is not supported"],
  ['¦for await (const x of []) {}', "Top-level 'await' is not supported"],
  ['{ ¦await using x = null; }', "Top-level 'await' is not supported"],
  [
    'async function f() { await 1; }\nclass C { static x: number = ¦await 1; }',
    "Cannot use keyword 'await' outside an async function",
  ],
  ['function f() { ¦await 1; }', "Cannot use keyword 'await' outside an async function"],
  [
    "const os: unknown = ¦import('os');",
    'Dynamic import() is not supported',
    'Write an import declaration at the top of the file.',
  ],
  ["const os: unknown = ¦require('os');", 'require() is not available', "Import instead: import os from 'os';"],
  ["import os = ¦require('os');\nos.getpid();", 'require() is not available'],
  ['¦module.exports = 5;', "'module' is not available", 'Export with the keyword: export function f() {}'],
  ['¦export = 5;', "'module' is not available"],
  ['class C { ¦@log m() {} }', 'Decorators are not supported', 'Call the function yourself: const f = decorate(g);'],
  ['¦@log class C {}', 'Decorators are not supported'],
  ['class C { accessor ¦x = 1 }', "'accessor' fields are not supported", 'Write a field, or a getter and a setter.'],
  ["const a = '<b></b>' ¦b;", 'Unexpected \'b\', expected ";"'],
  ['function f() { return <¦>hi</>; }', 'JSX is not supported'],
  ['const a = <div>hi</¦div>;', 'JSX is not supported', 'A process has no page to draw on; write with console.log().'],
  ['const a = 1;\nnamespace N {\n  ¦export { a };\n}', 'A namespace can only export what it declares'],
  [
    'switch (1) { case 1: ¦using x = null; }',
    "'using' is not supported directly in a case",
    "Put braces around the case's statements.",
  ],
  ['for (¦using x = null; ;) {}', "'using' is not supported in the head of this loop", 'Declare it in a block around the loop.'],
  ["import os from ¦'oss';\nos.getpid();", "Cannot find module 'oss'", `A program can import: ${knownModules.join(', ')}.`],
  ["import { x } from ¦'nowhere';", "Cannot find module 'nowhere'"],
  [
    "type T = 1; import type { T as U } from 'os'; export * from ¦'./nowhere';",
    "Cannot find module './nowhere'",
    'The program has: main.ts.',
  ],
  ["export { a } from ¦'../main';", "Cannot find module '../main'"],
  [
    "import { getpid } from 'os';\nlet a: number = 1; a; ¦getpid = 1 as any;",
    "Cannot assign to 'getpid': it is imported",
    'Keep the new value in a variable of your own.',
  ],
  ["import { n } from 'os'; ¦n++;", "Cannot assign to 'n': it is imported"],
  ["import { n } from 'os'; ({ a: [¦n = 1] } = { a: [] });", "Cannot assign to 'n': it is imported"],
  ["import { n } from 'os'; for (¦n of []) {}", "Cannot assign to 'n': it is imported"],
  ['let a: number = 1; let ¦a;', "Identifier 'a' has already been declared"],
  ['const f = (a: number) => { return a ¦b };', 'Unexpected \'b\', expected ";"'],
  [
    'const f = (a: number) => {\n  const g = async (b) => 1, h = (b): string => [(c) => { return c ¦d }]; };',
    'Unexpected \'d\', expected ";"',
  ],
  ['f((a: string) => g(a ¦b));', 'Unexpected \'b\', expected ","'],
  ['const f = (a: number) => {\n  if (true) {\n¦', 'Unexpected end'],
  ['const a: number = ¦;', "Unexpected ';'"],
  ['let x: ¦= 5;', "Unexpected '='"],
  ['if (true) {\n  f();\n¦', 'Unexpected end'],
  ['const s = ¦"abc', 'Unterminated string constant'],
  ['let a: number = 1, ¦1b;', "Unexpected '1b'"],
  ['interface A { a: number }\nfunction f(): void {\n  ¦break;\n}', 'Unsyntactic break'],
  ['export { ¦q };', "Export 'q' is not defined"],
  ['type T = { a: 1 }; ¦return 1;', "'return' outside of function"],
  ['const { }¦;', "Unexpected ';'"],
  ['const a = true ? (1) ¦2 : 3;', 'Unexpected \'2\', expected ":"'],
])('%s', (marked, message, hint) => {
  const complaint = complaintOf(marked);
  expect(complaint.message).toBe(message);
  if (hint !== undefined) expect(complaint.hint).toBe(hint);
});

test('helps those who guess', () => {
  const work = { name: 'work.ts', source: '' };
  expect(complaintOf("import { f } from ¦'work';", [work]).hint).toBe("Did you mean './work'?");
  expect(complaintOf("import { f } from ¦'./works';", [work]).hint).toBe('The program has: main.ts, work.ts.');
});

test('names the file in which the mistake is', () => {
  const files = [
    { name: 'main.ts', source: "import './work';" },
    { name: 'work.ts', source: '\n let a: = 1;' },
  ];
  expect(() => compile(files)).toThrow(expect.objectContaining({ name: 'CompileError', file: 'work.ts', line: 2, column: 9 }));
  expect(() => compile(files, 'nope.ts')).toThrow("Cannot find the program's file 'nope.ts'");
});

test.each([
  'function require(x: string) { return x; } log(require("os")); declare function log(x: unknown): void;',
  'const module = { exports: 1 }; module.exports = 2; export { module as exports };',
  '(require: (x: string) => void) => require("os");',
  'namespace N { export interface A { b: string } type B = A; }\ndeclare namespace M { const a: number; function f(): void; }\ndeclare module "x" { export const a: number; }',
  'const s = `\nnamespace X {\n f();\n }`; // namespace Y {\n/*\nnamespace Z { f(); } */',
  'const namespace = { module: 1 }; namespace.module = 2;',
  'async function f() { for await (const x of []) await x; await using y = null; }',
  'const o = { require: 1, import: 2, await: 3, accessor: 4 }; o.require = o.import;',
  'const text = \'import("os") @decorator <div></div> await x\';',
])('compiles %s', (source) => {
  expect(() => compile([{ name: 'main.ts', source }])).not.toThrow();
});
