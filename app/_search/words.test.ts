import { expect, test } from 'vitest';
import { wordsOf } from './words';

test.each([
  ['A pool of workers', ['a', 'pool', 'of', 'workers']],
  ['imapUnordered', ['imapunordered', 'imap', 'unordered']],
  ['apply_async()', ['applyasync', 'apply', 'async']],
  ['进程池', ['进程', '程池']],
  ['用 Lock 加锁', ['用', 'lock', '加锁']],
  ['', []],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
