import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EOFError } from '../../errors';
import { UnpicklingError, dumps, loads } from './index';

const samples = [
  { id: 1, name: 'épée', tags: new Set(['a', 'b']), when: new Date(0), nested: { list: [1, 2, 3.5, null, undefined] } },
  [1, 2, 3, 300, 70_000, -1, 2 ** 40, 10n, 2n ** 90n, 'x'.repeat(100), '\ud800'],
  new Map<unknown, unknown>([
    [{ k: 1 }, new Float64Array([1, 2])],
    [/x/g, new Error('e')],
  ]),
  [, 1, , [], Object(5), new DataView(new ArrayBuffer(3)), Math.max, TypeError],
];

/** Damage must be found, or give some value; nothing else may happen. */
function loadDamaged(bytes: Uint8Array): void {
  try {
    loads(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).not.toMatch(/is not a function|Cannot read/);
  }
}

test('random bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, (tail) => {
      loadDamaged(tail);
      loadDamaged(Uint8Array.of(0x80, ...tail));
    }),
    { numRuns: 5000 },
  );
});

test('a byte changed', () => {
  const pickles = samples.map((sample) => dumps(sample));
  fc.assert(
    fc.property(fc.nat(samples.length - 1), fc.nat(), fc.nat(255), (sample, position, byte) => {
      const bytes = pickles[sample]!.slice();
      bytes[position % bytes.length] = byte;
      loadDamaged(bytes);
    }),
    { numRuns: 5000 },
  );
});

test('every way to cut a pickle short', () => {
  for (const sample of samples) {
    const bytes = dumps(sample);
    for (let length = 1; length < bytes.length; length++) {
      expect(() => loads(bytes.subarray(0, length))).toThrow(UnpicklingError);
    }
  }
});

test("CPython's texts", () => {
  expect(() => loads(new Uint8Array())).toThrow(new EOFError('Ran out of input'));
  expect(() => loads(dumps('abc').subarray(0, -1))).toThrow(new UnpicklingError('pickle data was truncated'));
  expect(() => loads(Uint8Array.of(0xff))).toThrow(new UnpicklingError("invalid load key, '\\xff'."));
  expect(() => loads(new TextEncoder().encode('garbage'))).toThrow(new UnpicklingError('pickle data was truncated'));
  expect(() => loads(Uint8Array.of(0x80, 9, 7))).toThrow(new UnpicklingError('Memo value not found at index 7'));
  expect(() => loads('abc' as never)).toThrow(new TypeError("a bytes-like object is required, not 'str'"));
});

test('a length that was made up allocates nothing', () => {
  const claims = [10, 12, 13, 14, 15, 16, 20].map((tag) => Uint8Array.of(0x80, tag, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1));
  for (const bytes of claims) expect(() => loads(bytes)).toThrow(UnpicklingError);
});

test('an array of nothing but holes takes no room for them', () => {
  const length = 30_000_000;
  const bytes = dumps(Object.assign([], { length }));
  const before = process.memoryUsage().heapUsed;
  const array = loads(bytes) as unknown[];
  const growth = process.memoryUsage().heapUsed - before;
  expect(array.length).toBe(length);
  expect(growth).toBeLessThan(length);
});

test('what follows a pickle is ignored, as in Python', () => {
  expect(loads(Uint8Array.of(...dumps([1]), 9, 9, 9))).toEqual([1]);
});
