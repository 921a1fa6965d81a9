import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/*
 * The walls of the architecture are only as good as the lint rules that hold them up: each gets a snippet that leans on it.
 * `name` is a file that need not exist; what it imports must.
 */

const ZONES = 'import-x/no-restricted-paths';
const PACKAGES = 'no-restricted-imports';

// Without the rules that need types a snippet takes milliseconds.
const untyped = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === ZONES || ruleId.startsWith('no-restricted-'),
});

async function complaints(name: string, code: string): Promise<(string | null)[]> {
  const [result] = await untyped.lintText(code, { filePath: name });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const forbidden: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['app/_site/x.ts', "import '@/runtime/page/machine';", ZONES],
  ['app/_site/x.ts', "import '../../runtime/memory/memory';", ZONES],
  ['app/_site/x.ts', "import '@/scripts/record';", ZONES],
  ['app/_site/x.ts', "export const load = () => import('@/runtime/kernel/kernel');", ZONES],
  ['content/x.ts', "import '@/runtime';", ZONES],
  ['content/x.ts', "import '@/app/_site/paths';", ZONES],
  ['runtime/page/x.ts', "import '../kernel/kernel';", ZONES],
  ['runtime/page/x.ts', "import '../process/system';", ZONES],
  ['runtime/page/x.ts', "import '../../app/_site/paths';", ZONES],
  ['runtime/kernel/x.ts', "import '../process/system';", ZONES],
  ['runtime/kernel/x.ts', "import '../page/machine';", ZONES],
  ['runtime/process/x.ts', "import '../kernel/kernel';", ZONES],
  ['runtime/process/x.ts', "import '../stdlib/os';", ZONES],
  ['runtime/process/x.ts', "import '../multiprocessing';", ZONES],
  ['runtime/stdlib/x.ts', "import '../multiprocessing';", ZONES],
  ['runtime/multiprocessing/x.ts', "import '../memory/memory';", ZONES],
  ['runtime/multiprocessing/x.ts', "import '../kernel/kernel';", ZONES],
  ['runtime/memory/x.ts', "import '../kernel/kernel';", ZONES],
  ['runtime/box/x.ts', "import '../page/box';", ZONES],
  ['runtime/compiler/x.ts', "import '../memory/memory';", ZONES],
  ['runtime/errors/x.ts', "import '../process/system';", ZONES],
  ['runtime/kernel/x.ts', "import 'zod';", PACKAGES],
  ['runtime/page/x.ts', "import 'acorn';", PACKAGES],
  ['runtime/page/x.ts', "import 'react';", PACKAGES],
  ['runtime/page/x.ts', "import '@/runtime/memory/memory';", PACKAGES],
  ['runtime/process/x.ts', "import 'node:fs';", PACKAGES],
  ['runtime/process/x.ts', "import 'node-inspect-extracted';", PACKAGES],
  ['runtime/compiler/x.ts', "import 'esbuild';", PACKAGES],
  ['runtime/kernel/x.ts', 'Atomics.load(words, 0);', 'no-restricted-globals'],
  ['app/_site/x.ts', 'new SharedArrayBuffer(8);', 'no-restricted-globals'],
  ['runtime/memory/x.ts', 'Atomics.wait(words, 0, 0);', 'no-restricted-properties'],
  ['runtime/process/x.ts', "new Worker('x.js');", 'no-restricted-syntax'],
  ['runtime/page/x.ts', "new SharedWorker('x.js');", 'no-restricted-syntax'],
  ['runtime/box/x.ts', "new window.Worker('x.js');", 'no-restricted-syntax'],
  ['app/_components/x.tsx', "new Worker('x.js');", 'no-restricted-syntax'],
];

test.each(forbidden)('%s may not say: %s', async (file, code, rule) => {
  expect(await complaints(file, code)).toEqual([rule]);
});

const allowed: readonly (readonly [file: string, code: string])[] = [
  [
    'app/_site/x.ts',
    "import '@/runtime'; import '@/content/lesson-schema'; export const load = () => import('@/runtime/compiler');",
  ],
  ['runtime/page/x.ts', "import '../memory/memory'; import '../kernel/protocol'; import 'zod';"],
  ['runtime/kernel/x.ts', "import '../memory/memory'; import './kernel'; import '../box/protocol';"],
  ['runtime/process/x.ts', "import '../memory/memory'; import '../compiler/program-image';"],
  ['runtime/process/format-value.ts', "import 'node-inspect-extracted';"],
  ['runtime/multiprocessing/x.ts', "import '../process/system'; import '../stdlib/os'; import '../memory/wait-status';"],
  ['runtime/compiler/x.ts', "import 'acorn'; import 'sucrase';"],
  ['runtime/memory/x.ts', 'Atomics.notify(words, 0); Atomics.waitAsync(words, 0, 0);'],
  ['runtime/memory/park.ts', 'Atomics.wait(words, 0, 0);'],
  ['runtime/box/web-workers.ts', "new Worker('x.js');"],
  ['runtime/process/x.contract.ts', "import { runProgram } from '../contract/run-program'; import 'vitest';"],
];

test.each(allowed)('%s may say: %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});

test('no any and no floating promise', async () => {
  // A rule that knows types needs a file that the compiler knows.
  const typed = new ESLint({
    ruleFilter: ({ ruleId }) =>
      ['@typescript-eslint/no-explicit-any', '@typescript-eslint/no-floating-promises'].includes(ruleId),
  });
  const code = 'export function f(x: any): void {\n  Promise.resolve(x);\n}\n';
  const [result] = await typed.lintText(code, { filePath: 'runtime/memory/errno.ts' });
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([
    '@typescript-eslint/no-explicit-any',
    '@typescript-eslint/no-floating-promises',
  ]);
}, 60_000);
