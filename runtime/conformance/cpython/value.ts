import { AttributeError, bytes } from 'builtins';
import { assertEqual, assertFalse, assertIs, assertRaises } from './assertions';
import { Lock, Process, RawValue, Value } from './variant';

type Held = { value: unknown };

/** A type's letter, a first value and another. */
const CODES_VALUES = [
  ['i', 4343, 24234],
  ['d', 3.625, -4.25],
  ['h', -232, 234],
  ['q', 2n ** 33n, 2n ** 34n],
  ['c', bytes('x'), bytes('y')],
] as const;

function setValues(values: Held[]): void {
  values.forEach((shared, index) => {
    shared.value = CODES_VALUES[index][2];
  });
}

function checkValues(make: (code: (typeof CODES_VALUES)[number][0], value: never) => Held): void {
  const values = CODES_VALUES.map(([code, first]) => make(code, first as never));
  values.forEach((shared, index) => assertEqual(shared.value, CODES_VALUES[index][1]));

  const process = new Process({ target: setValues, args: [values] });
  process.daemon = true;
  process.start();
  process.join();

  values.forEach((shared, index) => assertEqual(shared.value, CODES_VALUES[index][2]));
}

export function testValue(): void {
  checkValues((code, value) => new Value(code, value));
}

export function testRawvalue(): void {
  checkValues((code, value) => new RawValue(code, value));
}

export function testGetobjGetlock(): void {
  const usual = new Value('i', 5);
  usual.getLock();
  assertEqual(usual.getObj().value, 5);

  const asUsual = new Value('i', 5, { lock: null });
  asUsual.getLock();
  assertEqual(asUsual.getObj().value, 5);

  const lock = new Lock();
  const withLock = new Value('i', 5, { lock });
  assertEqual(withLock.getObj().value, 5);
  assertIs(lock, withLock.getLock());

  const unlocked = new Value('i', 5, { lock: false });
  assertFalse('getLock' in unlocked);
  assertFalse('getObj' in unlocked);

  assertRaises(AttributeError, () => new Value('i', 5, { lock: 'navalue' as never }));

  const raw = new RawValue('i', 5);
  assertFalse('getLock' in raw);
  assertFalse('getObj' in raw);
}
