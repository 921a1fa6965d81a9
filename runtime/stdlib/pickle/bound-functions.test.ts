import { afterAll, expect, test } from 'vitest';
import { installBind } from './bound-functions';
import { dumps, loads } from './index';
import { internal } from './program-names';

const nativeBind = Object.getOwnPropertyDescriptor(Function.prototype, 'bind');
installBind();
afterAll(() => {
  Object.defineProperty(Function.prototype, 'bind', nativeBind ?? {});
});

const copy = <T>(value: T): T => loads(dumps(value)) as T;

class Counter {
  count = 0;
  tick: (() => number) | null = null;
  bump(by: number, more = 0): number {
    this.count += by + more;
    return this.count;
  }
}
internal('Counter', Counter);
const add = internal('add', function add(this: unknown, a: number, b: number) {
  return a + b;
});

test('a bound method travels with a copy of its object', () => {
  const counter = new Counter();
  counter.bump(5);
  const bump = copy(counter.bump.bind(counter, 1));
  expect(bump(2)).toBe(8);
  expect(counter.count).toBe(5);
});

test('object and bound method stay together', () => {
  const counter = new Counter();
  counter.tick = counter.bump.bind(counter, 1);
  const copied = copy(counter);
  copied.tick?.();
  expect(copied.count).toBe(1);
  const [tick, again] = copy([counter.tick, counter] as const);
  tick();
  expect(again.count).toBe(1);
  expect(again.tick).toBe(tick);
});

test('a bound function travels by the name of the function', () => {
  expect(copy(add.bind(null, 2))(3)).toBe(5);
});

test('a copy can be sent on', () => {
  expect(copy(copy(add.bind(null, 2)))(3)).toBe(5);
});

test('bind is as it was otherwise', () => {
  const bound = add.bind(null, 1);
  expect([bound.name, bound.length, Function.prototype.bind.name, Function.prototype.bind.length]).toEqual([
    'bound add',
    1,
    'bind',
    1,
  ]);
  expect(Object.keys(Function.prototype)).toEqual([]);
  expect((): unknown => Reflect.apply(Function.prototype.bind, {} as () => void, [null])).toThrow(TypeError);
  const Bound = Counter.bind(null);
  expect(new Bound()).toBeInstanceOf(Counter);
});
