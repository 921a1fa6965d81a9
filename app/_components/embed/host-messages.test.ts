import { expect, test } from 'vitest';
import { LONGEST_CODE } from '@/embed/protocol';
import { codeFragment as siteFragment, codeOf } from '@/app/_components/playground/share/code-link';
import { codeFragment } from '@/embed/script/code-fragment';
import { isConnect, parseHostMessage } from './host-messages';

test('an embed takes the messages of the protocol, and no others', () => {
  const good = [
    { type: 'theme/set', theme: 'dark' },
    { type: 'code/set', code: 'x' },
    { type: 'code/get', id: 0 },
    { type: 'run/start', id: 1 },
    { type: 'run/stop' },
  ];
  for (const message of good) expect(parseHostMessage(message)).toEqual(message);
  const bad = [
    null,
    'run/stop',
    { type: 'run/stop', more: 1 },
    { type: 'theme/set', theme: 'url(x)' },
    { type: 'code/set', code: 'x'.repeat(LONGEST_CODE + 1) },
    { type: 'code/get', id: '1' },
    { type: 'run/start', id: -1 },
    { type: 'eval', code: 'x' },
  ];
  for (const message of bad) expect(parseHostMessage(message)).toBeNull();
  expect([isConnect({ type: 'spawnpoint/connect' }), isConnect({ type: 'connect' }), isConnect(null)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('embed.js and the site write the same links', async () => {
  const code = "console.log('你好');\n".repeat(20);
  expect(await codeFragment(code)).toBe(await siteFragment(code));
  expect(await codeOf(await codeFragment(code))).toBe(code);
});
