import { expect, test } from 'vitest';
import { searchEntries } from './search-entries';
import { searchIn } from './search-index';

const [en, zh] = [searchIn(searchEntries('en')), searchIn(searchEntries('zh'))];

test.each([
  ['pool', 'A pool of workers'],
  ['deamon', 'Daemon processes'],
  ['apply_async', 'A pool of workers'],
  ['imapUn', 'Pool.imapUnordered'],
  ['exit code', 'Waiting and exit codes'],
])('%s finds %s', (query, title) => {
  expect(en(query).map((entry) => entry.title)).toContain(title);
});

test.each([
  ['进程池', '进程池'],
  ['守护', '守护进程'],
  ['锁', '锁'],
])('%s 找到 %s', (query, title) => {
  expect(zh(query).some((entry) => entry.title.includes(title))).toBe(true);
});

test('nothing is found for nothing', () => {
  expect(en('')).toEqual([]);
  expect(en('xyzzy')).toEqual([]);
});
