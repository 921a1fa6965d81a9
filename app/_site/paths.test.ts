import { expect, test } from 'vitest';
import { inLanguage, lessonPath } from './paths';

test('the other language of a page is the same page', () => {
  expect(inLanguage('/en', 'zh')).toBe('/zh');
  expect(inLanguage('/zh/playground', 'en')).toBe('/en/playground');
  expect(inLanguage(lessonPath('en', 'first-process'), 'zh')).toBe('/zh/lessons/first-process');
});
