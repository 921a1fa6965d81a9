import { expect, test } from 'vitest';
import { createProgressStore, type ProgressStorage, progressKey } from './progress-store';

function memory(initial?: string): ProgressStorage & { readonly items: Map<string, string> } {
  const items = new Map(initial === undefined ? [] : [[progressKey, initial]]);
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

const noOtherTab = () => undefined;

test('a lesson moves forward, never back, and is kept', () => {
  const storage = memory();
  const store = createProgressStore(storage, noOtherTab);
  store.reach('first-process', 'ran');
  store.reach('first-process', 'visited');
  expect(store.getSnapshot()).toEqual({ 'first-process': 'ran' });
  store.reach('first-process', 'done');
  expect(createProgressStore(storage, noOtherTab).getSnapshot()).toEqual({ 'first-process': 'done' });
});

test('taking the mark off leaves the lesson begun', () => {
  const store = createProgressStore(memory('{"a":"done","b":"visited"}'), noOtherTab);
  store.reopen('a');
  store.reopen('b');
  expect(store.getSnapshot()).toEqual({ a: 'ran', b: 'visited' });
});

test('tells its listeners, with a new snapshot for a change and the same one otherwise', () => {
  const store = createProgressStore(memory(), noOtherTab);
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
  const store = createProgressStore(storage, (changed) => {
    otherTabWrote = changed;
  });
  storage.setItem(progressKey, '{"b":"done"}');
  store.reach('a', 'visited');
  expect(store.getSnapshot()).toEqual({ a: 'visited', b: 'done' });
  storage.setItem(progressKey, '{"c":"ran"}');
  otherTabWrote();
  expect(store.getSnapshot()).toEqual({ c: 'ran' });
});

test.each(['not json', '7', 'null', '{"a":"finished"}', '["done"'])('starts anew from a spoilt storage: %s', (text) => {
  expect(createProgressStore(memory(text), noOtherTab).getSnapshot()).toEqual({});
});

test('works without a storage, and with one that is full', () => {
  const full: ProgressStorage = {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  for (const storage of [undefined, full]) {
    const store = createProgressStore(storage, noOtherTab);
    store.reach('a', 'ran');
    expect(store.getSnapshot()).toEqual({ a: 'ran' });
  }
});
