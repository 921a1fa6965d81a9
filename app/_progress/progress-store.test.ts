import { expect, test } from 'vitest';
import type { RecordStorage } from './kept-record';
import { createProgressStore, type ProgressStore } from './progress-store';

const key = 'progress';

function memory(initial?: string): RecordStorage {
  const items = new Map(initial === undefined ? [] : [[key, initial]]);
  return { getItem: (name) => items.get(name) ?? null, setItem: (name, value) => void items.set(name, value) };
}

function storeIn(storage: RecordStorage | undefined): ProgressStore {
  return createProgressStore({ key, storage, onForeignChange: () => undefined });
}

test('a lesson moves forward, never back, and is kept', () => {
  const storage = memory();
  const store = storeIn(storage);
  store.reach('first-process', 'ran');
  store.reach('first-process', 'visited');
  expect(store.getSnapshot()).toEqual({ 'first-process': 'ran' });
  store.reach('first-process', 'done');
  expect(storeIn(storage).getSnapshot()).toEqual({ 'first-process': 'done' });
});

test('taking the mark off leaves the lesson begun', () => {
  const store = storeIn(memory('{"a":"done","b":"visited"}'));
  store.reopen('a');
  store.reopen('b');
  expect(store.getSnapshot()).toEqual({ a: 'ran', b: 'visited' });
});

test('tells its listeners, with a new snapshot for a change and the same one otherwise', () => {
  const store = storeIn(memory());
  let calls = 0;
  const unsubscribe = store.subscribe(() => calls++);
  const before = store.getSnapshot();
  store.reach('a', 'visited');
  const after = store.getSnapshot();
  expect(after).not.toBe(before);
  store.reach('a', 'visited');
  expect(store.getSnapshot()).toBe(after);
  unsubscribe();
  store.reach('a', 'done');
  expect(calls).toBe(1);
});

test('keeps what another tab has written', () => {
  const storage = memory();
  let otherTabWrote: () => void = () => undefined;
  const store = createProgressStore({ key, storage, onForeignChange: (changed) => (otherTabWrote = changed) });
  storage.setItem(key, '{"b":"done"}');
  store.reach('a', 'visited');
  expect(store.getSnapshot()).toEqual({ a: 'visited', b: 'done' });
  storage.setItem(key, '{"c":"ran"}');
  otherTabWrote();
  expect(store.getSnapshot()).toEqual({ c: 'ran' });
});

test.each(['not json', '7', 'null', '{"a":"finished"}', '["done"'])('starts anew from a spoilt storage: %s', (text) => {
  expect(storeIn(memory(text)).getSnapshot()).toEqual({});
});

test('works without a storage, and with one that is full', () => {
  const full: RecordStorage = {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  for (const storage of [undefined, full]) {
    const store = storeIn(storage);
    store.reach('a', 'ran');
    expect(store.getSnapshot()).toEqual({ a: 'ran' });
  }
});
