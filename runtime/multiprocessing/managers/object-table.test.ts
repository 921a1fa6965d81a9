import { expect, test } from 'vitest';
import { KeyError } from '../../errors';
import { ObjectTable, type References } from './object-table';

const entry = () => ({ object: {}, exposed: new Set<string>(), methodToTypeid: {} });

test('an object lives as long as anybody refers to it', () => {
  const table = new ObjectTable();
  const alice: References = new Map();
  const bob: References = new Map();
  const id = table.add(entry(), alice);
  table.hold(id, alice);
  table.hold(id, bob);
  table.release(id, alice);
  table.release(id, bob);
  expect([table.size, alice.get(id), bob.has(id)]).toEqual([1, 1, false]);
  table.release(id, alice);
  expect([table.size, table.get(id)]).toEqual([0, undefined]);
  expect(() => table.hold(id, bob)).toThrow(KeyError);
});

test('who holds nothing lets nothing go', () => {
  const table = new ObjectTable();
  const alice: References = new Map();
  const bob: References = new Map();
  const id = table.add(entry(), alice);
  table.release(id, bob);
  table.releaseAll(bob);
  expect(table.size).toBe(1);
});

test('who is gone keeps nothing alive', () => {
  const table = new ObjectTable();
  const alice: References = new Map();
  const bob: References = new Map();
  const first = table.add(entry(), alice);
  const second = table.add(entry(), alice);
  table.hold(first, alice);
  table.hold(second, bob);
  table.releaseAll(alice);
  expect([table.get(first), table.get(second) !== undefined, alice.size]).toEqual([undefined, true, 0]);
});
