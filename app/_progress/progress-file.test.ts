import { expect, test } from 'vitest';
import { progressFromFile, progressToFile } from './progress-file';

test('what was saved can be loaded', () => {
  const progress = { 'first-process': 'done', 'first-process/exercises/01-greet': 'ran' } as const;
  expect(progressFromFile(progressToFile(progress))).toEqual(progress);
});

test.each([
  '',
  'no json',
  '[]',
  '{"format":"spawnpoint-progress","version":2,"progress":{}}',
  '{"format":"spawnpoint-progress","version":1,"progress":{"a":"won"}}',
])('another file is refused: %s', (text) => {
  expect(progressFromFile(text)).toBeNull();
});
