import { expect, test } from 'vitest';
import { messages } from '.';

/** `header.home: text`, `lessons.minutes: text of 1`, … for every message of a catalogue, in order. */
function shape(catalogue: unknown, path = ''): string[] {
  if (typeof catalogue === 'string') return [`${path}: text`];
  if (typeof catalogue === 'function') return [`${path}: text of ${catalogue.length}`];
  if (catalogue === null || typeof catalogue !== 'object') return [`${path}: ${typeof catalogue}`];
  return Object.entries(catalogue)
    .flatMap(([key, value]) => shape(value, path === '' ? key : `${path}.${key}`))
    .sort();
}

function texts(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue];
  if (catalogue === null || typeof catalogue !== 'object') return [];
  return Object.values(catalogue).flatMap(texts);
}

test('both languages have the same messages, taking as many values', () => {
  expect(shape(messages('zh'))).toEqual(shape(messages('en')));
});

test('no message is empty', () => {
  for (const lang of ['en', 'zh'] as const) {
    expect(texts(messages(lang)).filter((text) => text.trim() === '')).toEqual([]);
  }
});

test('Chinese messages have Chinese punctuation between Chinese characters', () => {
  const halfWidth = /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}|"|\p{Script=Han}'/u;
  expect(texts(messages('zh')).filter((text) => halfWidth.test(text))).toEqual([]);
});
