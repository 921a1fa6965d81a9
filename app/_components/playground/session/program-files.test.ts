import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesOf, textOf, withFile } from './program-files';

test('a program of one file is its text', () => {
  expect(filesOf('print(1)\n')).toEqual([{ name: 'main.ts', source: 'print(1)\n' }]);
  expect(textOf([{ name: 'main.ts', source: 'x' }])).toBe('x');
});

test('files come out as they went in', () => {
  const line = fc.constantFrom('', 'import { f } from "./work";', '// @filename', '  // @filename: work.ts', 'x', '\n');
  const source = fc.array(line).map((lines) => lines.join('\n'));
  const names = fc.uniqueArray(fc.constantFrom('work.ts', 'a-b.ts', '_x1.ts', 'W.ts'));
  fc.assert(
    fc.property(names, fc.array(source, { minLength: 5, maxLength: 5 }), (others, sources) => {
      const files = ['main.ts', ...others].map((name, i) => ({ name, source: sources[i] ?? '' }));
      expect(filesOf(textOf(files))).toEqual(files);
    }),
  );
});

test('a name counts once', () => {
  const text = 'a\n// @filename: work.ts\nb\n// @filename: work.ts\nc\n// @filename: main.ts\nd';
  expect(filesOf(text)).toEqual([
    { name: 'main.ts', source: 'a' },
    { name: 'work.ts', source: 'b\n// @filename: work.ts\nc\n// @filename: main.ts\nd' },
  ]);
});

test('a header that is typed begins a file, however often the editor tells', () => {
  const text = "import './work';\n\n// @filename: work.ts\nexport {};\n";
  const files = withFile(filesOf(''), 'main.ts', text);
  expect(files).toEqual(filesOf(text));
  expect(withFile(files, 'main.ts', `${text}x`)).toEqual(filesOf(`${text}x`));
  expect(withFile(files, 'work.ts', 'a')).toEqual([files[0], { name: 'work.ts', source: 'a' }]);
});
