import { expect, test } from 'vitest';
import { highlightLines, languageOfFence } from './highlight';

test('every line is a block, and an empty line is there, too', async () => {
  const html = await highlightLines("import os from 'os';\n\nos.getpid();\n", 'typescript');
  expect(html.match(/<span class="line">/g)).toHaveLength(3);
  expect(html).toContain('<span class="line"></span>');
});

test('tells the kinds of tokens apart', async () => {
  const html = await highlightLines('const half: number = f(`a ${b} c`, 0.5); // half\nreturn /x+/;', 'typescript');
  for (const run of [
    '<span class="syn-keyword">const</span>',
    '<span class="syn-type">number</span>',
    '<span class="syn-function">f</span>',
    '<span class="syn-number">0.5</span>',
    '<span class="syn-comment">// half</span>',
  ]) {
    expect(html).toContain(run);
  }
  expect(html).toMatch(/<span class="syn-string">`a \$\{<\/span>b<span class="syn-string">\} c`<\/span>/);
  expect(html).toContain('syn-regexp');
});

test('highlights Python', async () => {
  const html = await highlightLines("def report():\n    print(f'pid {os.getpid()}')\n", 'python');
  expect(html).toContain('<span class="syn-keyword">def</span>');
  expect(html).toContain('<span class="syn-function">report</span>');
});

test('nothing in a program becomes markup', async () => {
  const html = await highlightLines('const a = "<img src=x>" && b<c>(1);', 'typescript');
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x&gt;');
  expect(html).toContain('&amp;&amp;');
});

test('an unknown language of a fence is an error', () => {
  expect(languageOfFence(undefined)).toBe('text');
  expect(languageOfFence('py')).toBe('python');
  expect(() => languageOfFence('typscript')).toThrow('Cannot highlight a language: typscript');
});
