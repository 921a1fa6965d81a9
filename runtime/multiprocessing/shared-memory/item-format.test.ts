import { expect, test } from 'vitest';
import { decodeItem, encodeItem, formatInPlace, formatOf, sizeOf, transformOf } from './item-format';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['', '8s'],
  ['abcdefg', '8s'],
  ['abcdefgh', '16s'],
  ['éééé', '8s'],
  [bytes('12345678'), '16s'],
  [1, 'q'],
  [2n ** 62n, 'q'],
  [2.5, 'd'],
  [Infinity, 'd'],
  [false, 'xxxxxxx?'],
  [null, 'xxxxxx?x'],
])('%o has the format that it has in CPython: %s', (item, format) => {
  expect(formatOf(item)).toBe(format);
});

test('a text gets the place its bytes need, where CPython would cut it off', () => {
  expect(formatOf('ééééééé')).toBe('16s');
});

test.each(['', 'text', 'éñ😀', 'x'.repeat(100), bytes('raw'), 0, -1, 2n ** 60n, -0.5, true, false, null])(
  '%o comes back',
  (item) => {
    const format = formatOf(item);
    const place = new Uint8Array(sizeOf(format));
    place.set(encodeItem(item));
    expect(decodeItem(place, format, transformOf(item))).toEqual(item);
  },
);

test('a text put in another’s place keeps its format, and anywhere else takes the whole place', () => {
  expect(formatInPlace('x', '24s', 24)).toBe('24s');
  expect(formatInPlace(bytes('x'), 'q', 8)).toBe('8s');
  expect(formatInPlace(3, '24s', 24)).toBe('q');
});

test.each([
  [[], "<class 'list'>"],
  [new Map(), "<class 'dict'>"],
])('%o is refused by its class', (item, text) => {
  expect(() => formatOf(item)).toThrow(expect.objectContaining({ name: 'KeyError', message: text }));
});

test('an integer that has no room in 64 bits is refused', () => {
  expect(encodeItem(2n ** 63n - 1n)).toHaveLength(8);
  expect(() => encodeItem(2n ** 63n)).toThrow('argument out of range');
});
