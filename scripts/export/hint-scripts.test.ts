import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hintScripts } from './hint-scripts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spawnpoint-hints-'));
  mkdirSync(join(root, 'pages/en'), { recursive: true });
  mkdirSync(join(root, 'static/chunks'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(root, 'static/chunks', name), 'utf8');

test('what pages load is to be compiled whole, once, and nothing else', () => {
  for (const name of ['a.js', 'old.js', 'later.js']) writeFileSync(join(root, 'static/chunks', name), 'f();');
  writeFileSync(
    join(root, 'pages/en/page.html'),
    '<script src="/base/_next/static/chunks/a.js" async=""></script><script src="/base/_next/static/chunks/old.js" noModule=""></script>',
  );
  hintScripts(join(root, 'pages'), join(root, 'static'));
  hintScripts(join(root, 'pages'), join(root, 'static'));
  expect([read('a.js'), read('old.js'), read('later.js')]).toEqual(['//# allFunctionsCalledOnLoad\nf();', 'f();', 'f();']);
});
