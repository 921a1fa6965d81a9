import { expect, test } from 'vitest';
import { compile, type ProgramImage } from '.';
import { logOf, runImage } from './fake-runtime';

const prelude = `
  declare function log(...values: unknown[]): void;
  class R { constructor(readonly name: string, readonly error?: unknown) { log('+' + name); }
    [Symbol.dispose]() { log('-' + this.name); if (this.error) throw this.error; } }
  const caught = (f: () => unknown) => { try { return f(); } catch (e) { return e; } };
`;

test.each<[title: string, source: string, logged: unknown[]]>([
  ['at the end of a block', "{ using a = new R('a'); log('in'); } log('out');", ['+a', 'in', '-a', 'out']],
  ['in reverse order', "{ using a = new R('a'); using b = new R('b'), c = new R('c'); }", ['+a', '+b', '+c', '-c', '-b', '-a']],
  ['at the end of the module', "log('in'); using a = new R('a'); log('end')", ['in', '+a', 'end', '-a']],
  ['at the end of the module, after a comment', "using a = new R('a'); // last", ['+a', '-a']],
  ['in a function', "function f() { using a = new R('a'); return log('in'); } f(); log('out');", ['+a', 'in', '-a', 'out']],
  [
    'after what is returned is known',
    "function f() { using a = new R('a'); return log('value') ?? 5; } log(f());",
    ['+a', 'value', '-a', 5],
  ],
  ['in an arrow function', "(() => {using a = new R('a')})();", ['+a', '-a']],
  ['in a method', "class C { m() { using a = new R('a'); log(this instanceof C); } } new C().m();", ['+a', true, '-a']],
  ['in a static block', "class C { static { using a = new R('a'); log(this === C); } }", ['+a', true, '-a']],
  [
    'on break and continue',
    'for (const i of [1, 2, 3]) { using a = new R(`${i}`); if (i === 1) continue; break; }',
    ['+1', '-1', '+2', '-2'],
  ],
  ['on break of an outer loop', "l: for (;;) { for (;;) { using a = new R('a'); break l; } } log('out');", ['+a', '-a', 'out']],
  ['when it throws', "log(caught(() => { using a = new R('a'); throw 5; }));", ['+a', '-a', 5]],
  [
    'of what there is when it throws',
    "log(caught(() => { using a = new R('a'); if (a) throw 5; using b = new R('b'); }));",
    ['+a', '-a', 5],
  ],
  [
    'all, though one of them throws',
    "log(caught(() => { using a = new R('a'); using b = new R('b', 5); }));",
    ['+a', '+b', '-b', '-a', 5],
  ],
  ['and throws over a return', "log(caught(() => { using a = new R('a', 5); return 1; }));", ['+a', '-a', 5]],
  ['nothing for null', 'using a = null, b = undefined; log(a, b);', [null, undefined]],
  [
    'for each turn of a loop',
    "for (using a of [new R('a'), null, new R('b')]) { log(a?.name); }",
    ['+a', '+b', 'a', '-a', undefined, 'b', '-b'],
  ],
  [
    'for each turn of a loop without braces',
    "for (using a of [new R('a')]) for (using b of [new R('b')]) log(a.name + b.name)",
    ['+a', '+b', 'ab', '-b', '-a'],
  ],
  [
    'for turns that continue',
    "l: for (using a of [new R('a'), new R('b')]) { for (;;) { if (a.name === 'a') continue l; break l; } }",
    ['+a', '+b', '-a', '-b'],
  ],
  [
    'in a generator that is left early',
    "function* g() { using a = new R('a'); yield 1; yield 2; } for (const x of g()) { log(x); break; }",
    ['+a', 1, '-a'],
  ],
  [
    'by the method that was there',
    "{ using a = { [Symbol.dispose]() { log('old'); } }; a[Symbol.dispose] = () => log('new'); }",
    ['old'],
  ],
  ['in a block of a case', "switch (1) { case 1: { using a = new R('a'); break; } }", ['+a', '-a']],
  [
    'in catch and finally',
    "try { throw 1; } catch { using a = new R('a'); } finally { using b = new R('b'); }",
    ['+a', '-a', '+b', '-b'],
  ],
  [
    'with declarations around it',
    "{ log(typeof f); using a = new R('a'); function f() { return a.name; } const g = f; class C {} log(g(), C.name); }",
    ['function', '+a', 'a', 'C', '-a'],
  ],
  ['inside of another', "{ using a = new R('a'); { using b = new R('b'); } log('mid'); }", ['+a', '+b', '-b', 'mid', '-a']],
  [
    'though names are taken',
    "{ const $values = 1, $errors = 2, $error = 3; using a = new R('a'); log($values, $errors, $error); }",
    ['+a', 1, 2, 3, '-a'],
  ],
])('disposes %s', (_title, source, logged) => {
  expect(logOf(prelude + source)).toEqual(logged);
});

test.each(['{}', '5', "{ [Symbol.dispose]: 'no' }"])('%s cannot be used', (value) => {
  const source = `${prelude} using r = new R('r'); const f = () => { using bad = ${value} as any; log('never'); }; log(String(caught(f)));`;
  const message = "TypeError: Cannot dispose of 'bad': it has no [Symbol.dispose]()";
  expect(logOf(source)).toEqual(['+r', message, '-r']);
});

const failing = `${prelude} log(caught(() => { using a = new R('a', 1); using b = new R('b', 2); throw 3; }));`;

test.each([true, false])('keeps all errors (engine has SuppressedError: %s)', (hasOwn) => {
  const scope = globalThis as { SuppressedError?: unknown };
  const before = scope.SuppressedError;
  class Own extends Error {
    constructor(
      readonly error: unknown,
      readonly suppressed: unknown,
    ) {
      super();
      this.name = 'SuppressedError';
    }
  }
  scope.SuppressedError = hasOwn ? Own : undefined;
  try {
    const outer = logOf(failing).at(-1) as Own;
    expect(outer).toBeInstanceOf(hasOwn ? Own : Error);
    expect(outer).toMatchObject({ name: 'SuppressedError', error: 1 });
    expect(outer.suppressed).toMatchObject({ name: 'SuppressedError', error: 2, suppressed: 3 });
    expect(outer.stack?.split('\n')[1]).not.toContain('new SuppressedError');
  } finally {
    if (before === undefined) delete scope.SuppressedError;
    else scope.SuppressedError = before;
  }
});

async function logOfAsync(source: string): Promise<readonly unknown[]> {
  const { logged, main } = runImage(compileOne(source));
  await (main.exports['done'] as Promise<unknown>);
  return logged;
}

function compileOne(source: string): ProgramImage {
  return compile([{ name: 'main.ts', source }]);
}

const asyncPrelude = `${prelude}
  class A { constructor(readonly name: string) { log('+' + name); }
    async [Symbol.asyncDispose]() { log('-' + this.name); await null; log('.' + this.name); } }
`;

test.each<[title: string, body: string, logged: unknown[]]>([
  [
    'waits',
    "{ await using a = new A('a'); using b = new R('b'); log('in'); } log('out');",
    ['+a', '+b', 'in', '-b', '-a', '.a', 'out'],
  ],
  ['takes what is disposed of at once', "{ await using a = new R('a'); } log('out');", ['+a', '-a', 'out']],
  ['takes null', "{ await using a = null; log('in'); } log('out');", ['in', 'out']],
  [
    'waits in loops',
    "for (await using a of [new A('a'), new A('b')]) log(a.name);",
    ['+a', '+b', 'a', '-a', '.a', 'b', '-b', '.b'],
  ],
  ['waits in loops that wait', "for await (await using a of [new A('a')]) { log(a.name); }", ['+a', 'a', '-a', '.a']],
])('await using %s', async (_title, body, logged) => {
  expect(await logOfAsync(`${asyncPrelude} async function f() { ${body} } export const done = f();`)).toEqual(logged);
});

test('costs nothing where it is not used', () => {
  const code = compileOne('{ const a = 1; }').modules[0]!.code;
  expect(code).toBe("(function ($runtime) { 'use strict'; { const a = 1; }\n})");
});
