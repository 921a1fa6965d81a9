import { expect, test } from 'vitest';
import { headingId, headingsOf } from './headings';

test('an anchor is made of the words of its heading', () => {
  expect(headingId('Don’t wait: `join(timeout)` returns nothing')).toBe('dont-wait-join-timeout-returns-nothing');
  expect(headingId('退出码 exitcode 有哪些？')).toBe('退出码-exitcode-有哪些');
});

test('finds second-level headings, not those in code', () => {
  const body = ['## One `two`', '### Not this', '```sh', '## a comment', '```', '## [Three](/x) **four**', '<Try>'].join('\n');
  expect(headingsOf(body, 'Try this')).toEqual([
    { id: 'one-two', text: 'One two' },
    { id: 'three-four', text: 'Three four' },
    { id: 'try-this', text: 'Try this' },
  ]);
});

test('refuses two headings with one anchor', () => {
  expect(() => headingsOf('## Same\n\n## Same!\n', 'Try this')).toThrow('Cannot give two headings one anchor: Same!');
});
