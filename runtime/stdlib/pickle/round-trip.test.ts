import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumps, loads } from './index';

const copy = <T>(value: T): T => loads(dumps(value)) as T;

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});

test('a copy of anything is equal to it', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(copy(value)).toStrictEqual(value);
    }),
    { numRuns: 1000 },
  );
});
