import { expect, test } from 'vitest';
import { RuntimeError } from '../../errors';
import { addressOf } from './address';
import { PicklingError, dumps, loads, reduce } from './index';
import { assertSpawning, isInheriting, passHandle } from './inheriting';
import { dumpPickle, loadPickle } from './pickle';
import { internal } from './program-names';

const copy = <T>(value: T): T => loads(dumps(value)) as T;

class Answer {
  constructor(readonly answer: () => unknown) {}
  [reduce](): unknown {
    return this.answer();
  }
}

class Point {
  readonly #x: number;
  next: Point | null = null;
  constructor(x: number) {
    this.#x = x;
  }
  get x(): number {
    return this.#x;
  }
  [reduce](): unknown {
    return [Point, [this.#x], { next: this.next }];
  }
}
internal('Point', Point);
const makePoint = internal('makePoint', (x: number) => new Point(x));

test('a class makes the instance anew, with its private fields', () => {
  const copied = copy(new Point(3));
  expect(copied).toBeInstanceOf(Point);
  expect(copied.x).toBe(3);
});

test('the state may refer to the instance', () => {
  const point = new Point(1);
  point.next = point;
  const copied = copy([point, point]);
  expect(copied[0]).toBe(copied[1]);
  expect(copied[0]?.next).toBe(copied[0]);
});

test('a function is called', () => {
  expect(copy(new Answer(() => [makePoint, [5]]) as unknown as Point).x).toBe(5);
});

test('conversions are called, other built-in classes are constructed', () => {
  expect(copy<unknown>(new Answer(() => [Number, ['7']]))).toBe(7);
  expect(copy<unknown>(new Answer(() => [Map, [[[1, 2]]]]))).toEqual(new Map([[1, 2]]));
  expect(copy<unknown>(new Answer(() => [Math.max, [1, 9]]))).toBe(9);
});

test('arguments that contain the instance', () => {
  const holder: unknown[] = [];
  const answer = new Answer(() => [makePair, [holder]]);
  holder.push(answer);
  const copied = copy(holder) as [Pair];
  expect(copied[0].list).toBe(copied);
});

interface Pair {
  readonly list: unknown;
}
const makePair = internal('makePair', (list: unknown): Pair => ({ list }));

test('a name stands for the instance', () => {
  const value = new Answer(() => 'nosuch');
  expect(() => dumps(value)).toThrow(PicklingError);
  expect(() => dumps(value)).toThrow(
    `Can't pickle <__main__.Answer object at ${addressOf(value)}>: attribute lookup nosuch on __main__ failed`,
  );
});

test.each([
  [5, '__reduce__ must return a string or tuple'],
  [[], 'tuple returned by __reduce__ must contain 2 or 3 elements'],
  [[makePoint], 'tuple returned by __reduce__ must contain 2 or 3 elements'],
  [[makePoint, [], {}, {}], 'tuple returned by __reduce__ must contain 2 or 3 elements'],
  [[5, []], 'first item of the tuple returned by __reduce__ must be callable'],
  [[makePoint, 5], 'second item of the tuple returned by __reduce__ must be a tuple'],
])('an answer of %j', (answer, text) => {
  expect(() => dumps(new Answer(() => answer))).toThrow(new PicklingError(text));
});

test('a [reduce] may pickle on its own account', () => {
  const value = [1, new Answer(() => [makePoint, [(loads(dumps({ x: 8 })) as { x: number }).x]]), 2];
  expect((copy<unknown[]>(value)[1] as Point).x).toBe(8);
});

test('a collection that grows while it is pickled', () => {
  const map = new Map<unknown, unknown>();
  map.set(
    1,
    new Answer(() => {
      map.set(2, 'late');
      return [Number, [0]];
    }),
  );
  expect([...copy(map).entries()]).toEqual([
    [1, 0],
    [2, 'late'],
  ]);
});

class Lock {
  constructor(readonly handle: number) {}
  [reduce](): unknown {
    assertSpawning(this);
    passHandle(this.handle);
    return [makeLock, [this.handle]];
  }
}
const seen: boolean[] = [];
const makeLock = internal('makeLock', (handle: number) => {
  seen.push(isInheriting());
  return new Lock(handle);
});

test('a lock travels to a child at its start only, and its handle is told', () => {
  const { bytes, handles } = dumpPickle([new Lock(64), new Lock(128)], { inheriting: true });
  expect(handles).toEqual([64, 128]);
  expect((loadPickle(bytes) as Lock[]).map(({ handle }) => handle)).toEqual([64, 128]);
  expect(seen).toEqual([true, true]);
  expect(() => dumps(new Lock(1))).toThrow(
    new RuntimeError('Lock objects should only be shared between processes through inheritance'),
  );
  expect(isInheriting()).toBe(false);
});

test("what pickles on its own account within a child's start may hold locks, and what follows it too", () => {
  const inner = new Answer(() => [makePoint, [dumpPickle(new Lock(5)).bytes.length]]);
  const { handles } = dumpPickle([inner, new Lock(64)], { inheriting: true });
  expect(handles).toEqual([64]);
});

test('outside of pickling there is nothing to pass a handle with', () => {
  expect(() => passHandle(1)).toThrow(TypeError);
});

test('addresses look like addresses, one for each object', () => {
  const object = {};
  expect(addressOf(object)).toMatch(/^0x7f[0-9a-f]{10}$/);
  expect(addressOf(object)).toBe(addressOf(object));
  expect(addressOf({})).not.toBe(addressOf(object));
});
