import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import recorded from './recorded/ctypes.json';
import { SCALARS, type Typecode } from './scalar';

type Written = readonly string[];
type Recording = readonly [code: string, size: number, name: string, rows: readonly (readonly Written[])[]];

/** What a value of Python is here. */
function valueOf([type = '', text = '']: Written, code: string): unknown {
  switch (type) {
    case 'bool':
      return text === 'true';
    case 'int':
      return code === 'q' || code === 'Q' || !Number.isSafeInteger(Number(text)) ? BigInt(text) : Number(text);
    case 'float':
      return text === 'nan' ? NaN : Buffer.from(text, 'hex').readDoubleBE();
    case 'bytes':
      return new Uint8Array(Buffer.from(text, 'hex'));
    case 'str':
      return text;
    default:
      return null;
  }
}

/** Floats that are whole numbers are integers here. */
function isTheSameHere([type]: Written, value: unknown): boolean {
  return !(type === 'float' && Number.isInteger(value));
}

function store(code: Typecode, value: unknown): unknown {
  const view = new DataView(new ArrayBuffer(8));
  SCALARS[code].write(view, 0, value);
  return SCALARS[code].read(view, 0);
}

const recordings = recorded as unknown as readonly Recording[];

describe.each(recordings.map((recording) => [recording[0] as Typecode, recording] as const))('typecode %s', (code, recording) => {
  const [, size, name, rows] = recording;

  test('has the size and the name that ctypes gives it', () => {
    expect([SCALARS[code].size, SCALARS[code].name]).toEqual([size, name]);
  });

  const isExact = code === 'l' || code === 'L' ? (text: string) => Number.isSafeInteger(Number(text)) : () => true;

  test('holds what ctypes held, and refuses what it refused', () => {
    let compared = 0;
    for (const [given = [], outcome = []] of rows) {
      const value = valueOf(given, code);
      if (!isTheSameHere(given, value) || (outcome[0] === 'int' && !isExact(outcome[1] ?? ''))) continue;
      compared++;
      const shown = `${code} <- ${given.join(' ')}`;
      if (/Error$/.test(outcome[0] ?? '')) expect(() => store(code, value), shown).toThrow(outcome[1]);
      else expect(store(code, value), shown).toEqual(valueOf(outcome, code));
    }
    expect(compared).toBeGreaterThan(80);
  });
});

const BITS: Partial<Record<Typecode, number>> = { b: 8, h: 16, i: 32, l: 64, q: 64 };
const UNSIGNED_BITS: Partial<Record<Typecode, number>> = { B: 8, H: 16, I: 32, L: 64, Q: 64 };

test.each(Object.entries({ ...BITS, ...UNSIGNED_BITS }))('%s wraps around at %i bits', (code, bits) => {
  const wrap = code in BITS ? BigInt.asIntN : BigInt.asUintN;
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), fc.boolean(), (value, isNumber) => {
      const given = isNumber ? Number(value) : value;
      const wrapped = wrap(bits, BigInt(given));
      const held = store(code as Typecode, given);
      expect(typeof held === 'bigint' ? held : BigInt(held as number)).toBe(
        typeof held === 'bigint' ? wrapped : BigInt(Number(wrapped)),
      );
    }),
  );
});

test('f and d hold what 32 and 64 bits can', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(store('f', value)).toBe(Math.fround(value));
      expect(store('d', value)).toBe(value);
    }),
  );
});

test('an integer too large for a float is refused', () => {
  expect(() => store('d', 10n ** 400n)).toThrow('int too large to convert to float');
});
