import { expect, test } from 'vitest';
import { Edits } from './edits';

test('applies insertions and replacements in the order of the text', () => {
  const edits = new Edits();
  edits.replace(6, 11, 'there');
  edits.insert(0, '<');
  edits.insert(11, '>');
  edits.insert(6, 'over ');
  edits.insert(6, 'and ');
  expect(edits.apply('hello world').text).toBe('<hello over and there>');
});

test('tells where things went', () => {
  const edits = new Edits();
  edits.insert(2, '[[', 0);
  edits.replace(4, 6, 'xyz');
  edits.insert(8, ']]');
  const { text, startOf, endOf, anchors } = edits.apply('abcdefghij');
  expect(text).toBe('ab[[cdxyzgh]]ij');
  expect([0, 2, 3, 6, 8].map((offset) => text[startOf(offset)!])).toEqual(['a', 'c', 'd', 'g', 'i']);
  expect([startOf(4), startOf(5)]).toEqual([null, null]);
  expect([2, 4, 6, 8, 10].map((offset) => text.slice(0, endOf(offset, 0)))).toEqual([
    'ab',
    'ab[[cd',
    'ab[[cdxyz',
    'ab[[cdxyzgh',
    text,
  ]);
  expect(anchors).toEqual([
    [2, 0],
    [6, 4],
    [11, 8],
  ]);
});

test('closes the inner part before the outer, and both before what follows', () => {
  const edits = new Edits();
  edits.insert(4, '; next');
  edits.wrap(0, 4, '(', ')');
  edits.wrap(2, 4, '[', ']');
  edits.wrap(2, 4, '{', '}');
  const { text, endOf } = edits.apply('a bc');
  expect(text).toBe('(a [{bc}]); next');
  expect([3, 2, 0].map((start) => text.slice(0, endOf(4, start)))).toEqual(['(a [{bc', '(a [{bc}]', '(a [{bc}])']);
});
