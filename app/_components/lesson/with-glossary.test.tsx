import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { openTerms, withGlossary } from './with-glossary';

const meanings = (html: string) => html.match(/role="tooltip"/g)?.length ?? 0;

test('a term is explained the first time only', () => {
  const open = openTerms();
  const first = renderToStaticMarkup(<p>{withGlossary('A proxy, and another proxy, end in a deadlock.', 'en', open)}</p>);
  expect(meanings(first)).toBe(2);
  expect(meanings(renderToStaticMarkup(<p>{withGlossary('A proxy again.', 'en', open)}</p>))).toBe(0);
});

test('a part of a word is no term, and the text stays as it is', () => {
  expect(renderToStaticMarkup(<p>{withGlossary('Approximately semaphored.', 'en', openTerms())}</p>)).toBe(
    '<p>Approximately semaphored.</p>',
  );
});

test('Chinese terms are found between other characters', () => {
  expect(meanings(renderToStaticMarkup(<p>{withGlossary('这样会造成死锁。', 'zh', openTerms())}</p>))).toBe(1);
});
