import { expect, test } from 'vitest';
import { parseEmbedMessage } from './embed-message';

test('a page takes the messages of an embed, and nothing that only looks like one', () => {
  const good = [
    { type: 'height/changed', height: 300 },
    { type: 'run/answered', id: 1, refusal: null },
    { type: 'run/answered', id: 1, refusal: 'needs-click' },
    { type: 'run/started' },
    { type: 'run/output', pid: 4101, stream: 'stderr', text: '' },
    { type: 'run/ended', exitcode: null },
    { type: 'code/is', id: 2, code: '' },
  ];
  for (const message of good) expect(parseEmbedMessage(message)).toBe(message);
  const bad = [
    null,
    'run/started',
    [],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'height/changed', height: '300' },
    { type: 'height/changed', height: Infinity },
    { type: 'height/changed' },
    { type: 'run/answered', id: 1, refusal: 'why not' },
    { type: 'run/output', pid: 1, stream: 'stdin', text: '' },
    { type: 'code/is', id: 2, code: {} },
  ];
  for (const message of bad) expect(parseEmbedMessage(message)).toBeNull();
});
