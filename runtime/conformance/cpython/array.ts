import { AttributeError, range } from 'builtins';
import { assertEqual, assertFalse, assertIs, assertRaises } from './assertions';
import { Array, Lock, Process, RawArray } from './variant';

type Numbers = RawArray<'i'>;

/** Each becomes the sum of all up to it. */
function addUp(seq: { readonly length: number; [index: number]: number }): void {
  for (const i of range(1, seq.length)) seq[i] += seq[i - 1];
}

function checkArray(make: (initial: number[]) => Numbers): void {
  const seq = [680, 626, 934, 821, 150, 233, 548, 982, 714, 831];
  const arr = make(seq);

  assertEqual(arr.length, seq.length);
  assertEqual(arr[3], seq[3]);
  assertEqual(arr.slice(2, 7), seq.slice(2, 7));

  const part = Int32Array.of(1, 2, 3, 4);
  arr.set(part, 4);
  seq.splice(4, 4, ...part);
  assertEqual(arr.slice(), seq);

  addUp(seq);

  const p = new Process({ target: addUp, args: [arr] });
  p.daemon = true;
  p.start();
  p.join();

  assertEqual(arr.slice(), seq);
}

export function testArray(): void {
  checkArray((initial) => new Array('i', initial));
}

export function testRawarray(): void {
  checkArray((initial) => new RawArray('i', initial));
}

export function testArrayFromSize(): void {
  const size = 10;
  // More than once, for memory that others have used before.
  for (const _ of range(3)) {
    const arr = new Array('i', size);
    assertEqual(arr.length, size);
    assertEqual([...arr], range(size).fill(0));
    arr.set(range(10));
    assertEqual([...arr], range(10));
  }
}

export function testGetobjGetlockObj(): void {
  const usual = new Array('i', range(10));
  usual.getLock();
  assertEqual(usual.getObj().slice(), range(10));

  const asUsual = new Array('i', range(10), { lock: null });
  asUsual.getLock();
  assertEqual(asUsual.getObj().slice(), range(10));

  const lock = new Lock();
  const withLock = new Array('i', range(10), { lock });
  assertEqual(withLock.getObj().slice(), range(10));
  assertIs(lock, withLock.getLock());

  const unlocked = new Array('i', range(10), { lock: false });
  assertFalse('getLock' in unlocked);
  assertFalse('getObj' in unlocked);
  assertRaises(AttributeError, () => new Array('i', range(10), { lock: 'notalock' as never }));

  const raw = new RawArray('i', range(10));
  assertFalse('getLock' in raw);
  assertFalse('getObj' in raw);
}
