import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumps, loads } from './index';

const copy = <T>(value: T): T => loads(dumps(value)) as T;

/** Any sequence of UTF-16 units, lone surrogates included. */
const units = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.integer({ min: 0, max: 0xffff })),
  )
  .map((codes) => String.fromCharCode(...codes));

const anything = fc.anything({
  key: units,
  values: [units, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined), fc.bigInt()],
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

test('a copy of anything is equal to it', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(copy(value)).toStrictEqual(value);
    }),
    { numRuns: 1000 },
  );
});

test('a copy of any text is that text', () => {
  const longer = fc.tuple(units, fc.nat(200)).map(([text, count]) => text.repeat(count));
  fc.assert(
    fc.property(fc.oneof(units, longer), (text) => {
      expect(copy(text)).toBe(text);
      expect(Object.keys(copy({ [text]: 1 }))).toEqual([text]);
    }),
  );
});

test('a byte order mark is a character', () => {
  expect(copy('\ufeffé')).toBe('\ufeffé');
  expect(copy('\ufeff'.repeat(100))).toBe('\ufeff'.repeat(100));
});

test('a copy of any array of numbers has the same numbers', () => {
  const numbers = fc.oneof(
    fc.array(fc.integer({ min: -130, max: 130 })),
    fc.array(fc.integer({ min: -33_000, max: 33_000 })),
    fc.array(fc.integer()),
    fc.array(fc.oneof(fc.integer(), fc.double(), fc.constant(-0))),
  );
  fc.assert(
    fc.property(numbers, (array) => {
      const copied = copy(array);
      expect(copied.length).toBe(array.length);
      array.forEach((value, index) => expect(Object.is(copied[index], value)).toBe(true));
    }),
    { numRuns: 500 },
  );
});

test.each([0, -0, 1, -32, -33, 159, 160, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 0.1, NaN, Infinity, -Infinity])(
  'the number %d',
  (value) => {
    expect(Object.is(copy(value), value)).toBe(true);
  },
);

test.each([0n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n, -(2n ** 200n), 10n ** 100n])('the bigint %d', (value) => {
  expect(copy(value)).toBe(value);
});

/** Nodes that refer to each other at random: `edges[i]` are the nodes that node i holds. */
const graph = fc.array(
  fc.record({
    kind: fc.constantFrom('array', 'object', 'map', 'set', 'error', 'sparse'),
    edges: fc.array(fc.nat(), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('shared references and circles are the same in the copy', () => {
  fc.assert(
    fc.property(graph, (nodes) => {
      const original = build(nodes);
      expect(isSameGraph(original, copy(original), new Map())).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function build(nodes: readonly { kind: string; edges: readonly number[] }[]): unknown {
  const makers: Record<string, () => object> = {
    array: () => [],
    object: () => ({}),
    map: () => new Map(),
    set: () => new Set(),
    error: () => new Error('x'),
    sparse: () => new Array<unknown>(7),
  };
  const made = nodes.map(({ kind }) => makers[kind]!());
  nodes.forEach(({ edges }, index) => {
    const node = made[index];
    edges.forEach((edge, position) => {
      const target = made[edge % made.length]!;
      if (node instanceof Map) node.set(position === 0 ? target : position, target);
      else if (node instanceof Set) node.add(target);
      else if (node instanceof Error && position === 0) node.cause = target;
      else if (Array.isArray(node)) node[position * 2] = target;
      else (node as Record<string, unknown>)[`k${position}`] = target;
    });
  });
  return made[0];
}

function isSameGraph(left: unknown, right: unknown, seen: Map<unknown, unknown>): boolean {
  if (typeof left !== 'object' || left === null) return Object.is(left, right);
  if (seen.has(left)) return seen.get(left) === right;
  seen.set(left, right);
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  const parts = [left, right as object].map((value) => [
    ...(value instanceof Map ? [...(value as Map<unknown, unknown>)].flat() : []),
    ...(value instanceof Set ? (value as Set<unknown>) : []),
    ...Object.getOwnPropertyNames(value).flatMap((key) => [key, (value as Record<string, unknown>)[key]]),
  ]);
  const [ours = [], theirs = []] = parts;
  return ours.length === theirs.length && ours.every((part, index) => isSameGraph(part, theirs[index], seen));
}

test('a circle of one', () => {
  const array: unknown[] = [];
  array.push(array);
  const copied = copy(array);
  expect(copied).not.toBe(array);
  expect(copied[0]).toBe(copied);
});

test('an array of 4 billion holes', () => {
  const array = [1];
  array[2 ** 32 - 2] = 2;
  const copied = copy(array);
  expect(copied.length).toBe(2 ** 32 - 1);
  expect(Object.keys(copied)).toEqual(['0', '4294967294']);
});

test('holes are not undefined', () => {
  const copied = copy([undefined, , 3]);
  expect(Object.keys(copied)).toEqual(['0', '2']);
});

test('dates, valid or not', () => {
  expect(copy(new Date(86_400_000.5)).getTime()).toBe(86_400_000);
  expect(copy(new Date(NaN)).getTime()).toBeNaN();
});

test('regular expressions with their state', () => {
  const pattern = /a\/b(?<n>é)/giu;
  pattern.lastIndex = 3;
  const copied = copy(pattern);
  expect([copied.source, copied.flags, copied.lastIndex]).toEqual([pattern.source, pattern.flags, 3]);
});

test('boxed primitives', () => {
  const values = [Object(1), Object('héé'), Object(false), Object(5n)] as object[];
  for (const value of values) {
    const copied = copy(value);
    expect(typeof copied).toBe('object');
    expect(copied).toStrictEqual(value);
  }
});

test('getters are read, symbols are left out', () => {
  const copied = copy({
    get now() {
      return 5;
    },
    [Symbol('hidden')]: 1,
  });
  expect(Object.getOwnPropertyDescriptor(copied, 'now')?.value).toBe(5);
  expect(Reflect.ownKeys(copied)).toEqual(['now']);
});

test('a key named __proto__ is a key', () => {
  const copied = copy(JSON.parse('{"__proto__": {"x": 1}, "y": 2}') as object);
  expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
  expect(Object.keys(copied)).toEqual(['__proto__', 'y']);
});

test('every kind of typed array', () => {
  const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array];
  for (const View of [...views, Float64Array]) {
    const copied = copy(new View([1, 2, 250]));
    expect(copied).toBeInstanceOf(View);
    expect([...copied]).toEqual([...new View([1, 2, 250])]);
  }
  expect(copy(new BigInt64Array([-1n, 2n]))).toEqual(new BigInt64Array([-1n, 2n]));
  expect(copy(new BigUint64Array([1n]))).toEqual(new BigUint64Array([1n]));
  expect(copy(new DataView(new Uint8Array([1, 2]).buffer)).getUint8(1)).toBe(2);
  expect(new Uint8Array(copy(new Uint8Array([7, 8]).buffer))).toEqual(new Uint8Array([7, 8]));
});

test('of a part of a buffer only the part travels', () => {
  const large = new Uint8Array(100_000).fill(7);
  const bytes = dumps(large.subarray(10, 20));
  expect(bytes.length).toBeLessThan(30);
  const copied = loads(bytes) as Uint8Array;
  expect([copied.length, copied.buffer.byteLength, copied[0]]).toEqual([10, 10, 7]);
});

test('views of one whole buffer share it in the copy', () => {
  const bytes = new Uint8Array(8);
  const [copiedBytes, words, buffer] = copy([bytes, new Uint32Array(bytes.buffer), bytes.buffer] as const);
  expect(copiedBytes.buffer).toBe(buffer);
  words[0] = 0x01020304;
  expect(copiedBytes[0]).toBe(4);
});

test('a copy of bytes does not share memory with the pickle', () => {
  const pickle = dumps(new Uint8Array([1, 2, 3]));
  const copied = loads(pickle) as Uint8Array;
  pickle.fill(0);
  expect([...copied]).toEqual([1, 2, 3]);
});

test('a pickle read from the middle of a larger buffer', () => {
  const pickle = dumps({ list: [1.5, 2.5, 3.5, 4.5], text: 'x'.repeat(100), view: new Float64Array([1, 2]) });
  const larger = new Uint8Array(pickle.length + 10);
  larger.set(pickle, 3);
  expect(loads(larger.subarray(3, 3 + pickle.length))).toEqual(loads(pickle));
});

test('fields that were put on a built-in', () => {
  const map = Object.assign(new Map([[1, 2]]), { label: 'm' });
  const copied = copy(map);
  expect(copied.label).toBe('m');
  expect([...copied]).toEqual([[1, 2]]);
});

test('repeated keys cost little', () => {
  const rows = Array.from({ length: 100 }, (_, id) => ({ identification: id, description: '' }));
  expect(dumps(rows).length).toBeLessThan(1000);
  expect(copy(rows)).toEqual(rows);
});
