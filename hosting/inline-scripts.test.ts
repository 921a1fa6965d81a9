import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withoutInlineScripts } from './inline-scripts';

const page = `<!doctype html><head><script>theme()</script><script src="/a.js" async=""></script></head><body><p>text</p>
<script type="application/ld+json">{"@type":"Course"}</script><script id="_R_">boot({"a":1})</script>
<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"a\\u003cb \\"é\\" \\n"])</script></body>`;

test('leaves no script in a page, and every element in its place', () => {
  const { html, files } = withoutInlineScripts(page, '/base/inline');
  expect(html.replace(/[0-9a-f]{16}/g, '#')).toBe(
    `<!doctype html><head><script src="/base/inline/#.js"></script><script src="/a.js" async=""></script></head><body><p>text</p>
<script type="application/ld+json">{"@type":"Course"}</script><script src="/base/inline/#.js" id="_R_"></script>
<script type="application/json" data-next>[0]</script><script type="application/json" data-next>[1,"a\\u003cb \\"é\\" \\n"]</script><script src="/base/inline/#.js"></script></body>`,
  );
  expect([...files.values()].slice(0, 2)).toEqual(['theme()', 'boot({"a":1})']);
  for (const name of files.keys()) expect(html).toContain(name);
});

test('hands Next the same data as the scripts did', () => {
  const { html, files } = withoutInlineScripts(page, '');
  const blocks = [...html.matchAll(/data-next>([^<]*)</g)].map(([, textContent]) => ({ textContent }));
  const run = (scripts: readonly string[]): unknown => {
    const self: { __next_f?: unknown } = {};
    for (const script of scripts) runInNewContext(script, { self, document: { querySelectorAll: () => blocks } });
    return JSON.parse(JSON.stringify(self.__next_f));
  };
  const inline = [...page.matchAll(/<script>([^<]*__next_f[^<]*)</g)].map(([, text]) => text ?? '');
  expect(run([...files.values()].slice(-1))).toEqual(run(inline));
  expect(run(inline)).toEqual([[0], [1, 'a<b "é" \n']]);
});

test('changes nothing the second time', () => {
  const { html } = withoutInlineScripts(page, '');
  expect(withoutInlineScripts(html, '')).toEqual({ html, files: new Map() });
});
