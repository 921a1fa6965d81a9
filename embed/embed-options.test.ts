import { expect, test } from 'vitest';
import { defaultEmbedOptions, optionsOfSearch, readEmbedOptions, searchOfOptions } from './embed-options';

test('options come out of an address as they went in', () => {
  const chosen = {
    theme: 'dark',
    panes: ['editor', 'timeline'],
    isReadOnly: true,
    height: 480,
    title: 'Forks & “joins”',
  } as const;
  expect(optionsOfSearch(searchOfOptions(chosen))).toEqual(chosen);
  expect(searchOfOptions(defaultEmbedOptions)).toBe('');
});

test('what makes no sense is the default, and what is too much is cut', () => {
  expect(optionsOfSearch('?theme=pink&panes=kitchen&height=tall&title=%20')).toEqual(defaultEmbedOptions);
  const { height, title, panes } = optionsOfSearch(`?height=99999999&title=${'x'.repeat(500)}&panes=terminal editor,editor`);
  expect([height, title?.length, panes]).toEqual([4000, 120, ['editor', 'terminal']]);
});

test('an attribute without a value is a yes', () => {
  const read = (readonly: string | null) =>
    readEmbedOptions({ theme: null, panes: null, height: null, title: null, readonly }).isReadOnly;
  expect([read(''), read('true'), read('false'), read('0'), read(null)]).toEqual([true, true, false, false, false]);
});
