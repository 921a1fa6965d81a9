import { expect, test } from 'vitest';
import { type EmbedSubject, frameCode, markdownCode, scriptCode } from './embed-code';
import { defaultEmbedOptions } from './embed-options';

const subject: EmbedSubject = {
  site: 'https://site.example/',
  lang: 'en',
  code: 'if (1 < 2) console.log("&");\n',
  program: null,
  fragment: '#code=abc',
  name: 'main.ts',
};

test('nothing of the code or the title gets out of its place', () => {
  const options = { ...defaultEmbedOptions, theme: 'host', title: '"><script>' } as const;
  expect(
    scriptCode(subject, options),
  ).toBe(`<pre><code class="language-ts" data-spawnpoint data-title="&quot;>&lt;script>">if (1 &lt; 2) console.log("&amp;");
</code></pre>
<script async src="https://site.example/embed.js"></script>`);
  expect(frameCode(subject, options)).toContain('title="&quot;>&lt;script>"');
  expect(frameCode(subject, options)).toContain('title=%22%3E%3Cscript%3E#code=abc"');
});

test('a program goes by its name, and a frame without a script has a height', () => {
  const code = frameCode({ ...subject, program: 'first-process/hello' }, defaultEmbedOptions);
  expect(code).toContain('src="https://site.example/embed/en/first-process/hello?height=356"');
  expect(code).toContain('height="356"');
  expect(markdownCode(subject, 'Run {name}')).toContain('[Run main.ts](https://site.example/en/playground#code=abc)');
});
