import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFragment, codeOf } from './code-link';

test('what was put into a link comes out of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (source) => {
      const fragment = await codeFragment(source);
      expect(fragment).toMatch(/^#code=[\w-]*$/);
      expect(await codeOf(fragment)).toBe(source);
    }),
    { numRuns: 50 },
  );
});

test('damaged links, and bombs, are refused', async () => {
  const fragment = await codeFragment('console.log(1);'.repeat(50));
  expect(await codeOf(fragment.slice(0, -9))).toBeNull();
  expect(await codeOf('#code=%%%')).toBeNull();
  expect(await codeOf('#other=1')).toBeNull();
  expect(await codeOf(await codeFragment(' '.repeat(300 * 1024)))).toBeNull();
});
