import { expect, test } from 'vitest';
import type { RecordedEvent } from '@/app/_lessons/recorded-run';
import { shorten } from './shorten';

const common = (timeMs: number, pid = 4101) => ({ timeMs, pid, thread: 0, place: null });
const began = (timeMs: number): RecordedEvent => ({
  ...common(timeMs),
  type: 'wait/began',
  reason: 'join',
  object: 4102,
  deadlineMs: null,
});
const ended = (timeMs: number): RecordedEvent => ({ ...common(timeMs), type: 'wait/ended', reason: 'join', object: 4102 });
const sent: RecordedEvent = { ...common(2), type: 'message/sent', object: 64, position: 0, bytes: 5 };
const received: RecordedEvent = { ...common(700, 4102), type: 'message/received', object: 64, position: 0, bytes: 5 };
const later: RecordedEvent = { ...common(600), type: 'message/sent', object: 64, position: 9, bytes: 5 };
const exited: RecordedEvent = { ...common(1000, 4102), type: 'process/exited', exitcode: 0 };

test('a short run is whole', () => {
  expect(shorten([sent, received, exited], 3)).toEqual([sent, received, exited]);
});

test('what began in the beginning ends, long waits stay, and the rest is counted', () => {
  const [first, brief] = [began(1), began(800)];
  const long = began(802);
  const events = [first, sent, ended(500), later, received, brief, ended(801), long, exited, ended(1001)];
  const lost = { ...common(500), type: 'trace/lost', count: 3 };
  expect(shorten(events, 2)).toEqual([first, sent, lost, ended(500), received, long, exited, ended(1001)]);
});
