import { expect, test } from 'vitest';
import { editAddress } from './edit-address';

test('a page can be edited where the build says the repository is', () => {
  const address = 'https://git.example.org/course/edit/main/content/lessons/09-pipe/zh.mdx';
  expect(editAddress('content/lessons/09-pipe/zh.mdx', 'https://git.example.org/course/edit/main')).toBe(address);
  expect(editAddress('content/lessons/09-pipe/zh.mdx', 'https://git.example.org/course/edit/main/')).toBe(address);
});

test('and nowhere when it does not', () => {
  expect(editAddress('content/lessons/09-pipe/zh.mdx', '')).toBeNull();
});
