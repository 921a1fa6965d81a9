import { expect, test } from 'vitest';
import { type InputEffect, LineDiscipline } from './line-discipline';

/** What the program gets when these keys are pressed. */
function inputOf(...keys: string[]): InputEffect[] {
  const discipline = new LineDiscipline();
  return keys.flatMap((key) => discipline.feed(key)).filter(({ kind }) => kind !== 'echo');
}

/** What is on the screen's line, for text without wide characters. */
function screenOf(...keys: string[]): string {
  const discipline = new LineDiscipline();
  let line = '';
  let cursor = 0;
  for (const effect of keys.flatMap((key) => discipline.feed(key))) {
    if (effect.kind !== 'echo') continue;
    for (const part of effect.text.match(/\x1b\[J|[^]/gu) ?? []) {
      if (part === '\b') cursor--;
      else if (part === '\x1b[J') line = line.slice(0, cursor);
      else {
        line = line.slice(0, cursor) + part + line.slice(cursor + 1);
        cursor++;
      }
    }
  }
  return line;
}

const line = (text: string): InputEffect => ({ kind: 'input', text });
const LEFT = '\x1b[D';
const HOME = '\x1b[H';

test('a line goes to the program when Enter is pressed', () => {
  expect(inputOf('b', 'o', 'b')).toEqual([]);
  expect(inputOf('b', 'o', 'b', '\r')).toEqual([line('bob\n')]);
});

test('a paste of two lines and a half is two lines', () => {
  expect(inputOf('one\ntwo\r\nthr')).toEqual([line('one\n'), line('two\n')]);
});

test.each([
  ['backspace at the end', ['bobb', '\x7f'], 'bob'],
  ['backspace in the middle', ['boxb', LEFT, '\x7f'], 'bob'],
  ['backspace on an empty line', ['\x7f', 'b'], 'b'],
  ['insertion in the middle', ['bb', LEFT, 'o'], 'bob'],
  ['the beginning and the end', ['ob', HOME, 'b', '\x1b[F', '!'], 'bob!'],
  ['delete', ['xbob', HOME, '\x1b[3~'], 'bob'],
  ['delete at the end', ['bob', '\x1b[3~'], 'bob'],
  ['up to the cursor', ['xxbob', LEFT, LEFT, LEFT, '\x15'], 'bob'],
  ['keys that mean nothing', ['bo', '\x1b[A', '\x1bOP', '\t', 'b'], 'bob'],
])('edits: %s', (_, keys, text) => {
  expect(screenOf(...keys)).toBe(text);
  expect(inputOf(...keys, '\r')).toEqual([line(`${text}\n`)]);
});

test('a wide character is two cells back', () => {
  const discipline = new LineDiscipline();
  discipline.feed('你');
  expect(discipline.feed('\x7f')).toEqual([{ kind: 'echo', text: '\b\b\x1b[J' }]);
});

test('an emoji is one character', () => {
  expect(inputOf('👍', '\x7f', 'a', '\r')).toEqual([line('a\n')]);
});

test('Ctrl+C throws the line away', () => {
  expect(inputOf('bo', '\x03', 'b\r')).toEqual([{ kind: 'interrupt' }, line('b\n')]);
});

test('Ctrl+D ends the input on an empty line, and else sends the line as it is', () => {
  expect(inputOf('\x04')).toEqual([{ kind: 'end' }]);
  expect(inputOf('bo', '\x04', '\x04')).toEqual([line('bo'), { kind: 'end' }]);
});
