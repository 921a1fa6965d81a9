import { expect, test } from 'vitest';
import { describeBytes, describeFloat, describeText } from './describe';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1.5, '1.5'],
  [123456, '123456.0'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [1.5e300, '1.5e+300'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
])('the float %d is %s', (value, text) => {
  expect(describeFloat(value)).toBe(text);
});

test.each([
  [[0x61, 0], String.raw`b'a\x00'`],
  [[0x27], `b"'"`],
  [[0x27, 0x22], String.raw`b'\'"'`],
  [[9, 10, 13, 0x5c, 127, 255], String.raw`b'\t\n\r\\\x7f\xff'`],
])('the bytes %j are %s', (bytes, text) => {
  expect(describeBytes(Uint8Array.from(bytes))).toBe(text);
});

test.each([
  ['héllo', "'héllo'"],
  ["it's", `"it's"`],
  ['a\0b\n', String.raw`'a\x00b\n'`],
])('the text %j is %s', (given, text) => {
  expect(describeText(given)).toBe(text);
});
