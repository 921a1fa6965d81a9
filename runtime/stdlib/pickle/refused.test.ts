import { expect, test } from 'vitest';
import { PicklingError, dumps, loads } from './index';

function* generator() {
  yield 1;
}
async function* asyncGenerator() {
  await Promise.resolve();
  yield 1;
}
class Later extends Promise<void> {}

test.each([
  ['generator', generator()],
  ['async_generator', asyncGenerator()],
  ['Promise', Promise.resolve()],
  ['Promise', Later.resolve()],
  ['WeakMap', new WeakMap()],
  ['WeakSet', new WeakSet()],
  ['WeakRef', new WeakRef({})],
  ['FinalizationRegistry', new FinalizationRegistry(() => {})],
  ['symbol', Symbol('s')],
  ['symbol', Object(Symbol('s'))],
  ['module', await import('./index')],
  ['Array Iterator', [1].values()],
  ['Map Iterator', new Map().entries()],
  ['Intl.NumberFormat', new Intl.NumberFormat()],
  ['URL', new URL('https://example.org')],
  ['DOMException', new DOMException('x')],
  ['AbortController', new AbortController()],
])('cannot pickle %s', (name, value: unknown) => {
  expect(() => dumps({ deep: [value] })).toThrow(new TypeError(`cannot pickle '${name}' object`));
});

test('after a refusal the next pickle is whole', () => {
  const shared = {};
  expect(() => dumps([shared, Symbol('s')])).toThrow(TypeError);
  expect(dumps([shared])).toEqual(dumps([{}]));
});

test('an object made from another object has no class', () => {
  expect(() => dumps(Object.create({ inherited: 1 }))).toThrow(TypeError);
});

test('a revoked proxy', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(() => dumps(proxy)).toThrow(TypeError);
});

test('an error raised by a getter or a [reduce] comes out as it is', () => {
  const bad = {
    get x(): never {
      throw new RangeError('no');
    },
  };
  expect(() => dumps([bad])).toThrow(new RangeError('no'));
});

test('a function of nowhere', () => {
  expect(() => dumps(() => 1)).toThrow(PicklingError);
});

test('a list of a thousand links travels, an endless one ends in an error that leaves no trace', () => {
  const first: { next: object | null } = { next: null };
  for (let index = 0, last = first; index < 1000; index++) last = last.next = { next: null };
  expect(loads(dumps(first))).toEqual(first);
  const endless = {
    get next(): object {
      return Object.create(Object.prototype, Object.getOwnPropertyDescriptors(endless)) as object;
    },
  };
  expect(() => dumps(endless)).toThrow(RangeError);
  expect(loads(dumps([1]))).toEqual([1]);
});
