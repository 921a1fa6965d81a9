import { viewOf } from '@/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendTo, recordingOf, startAndJoin } from '../testing/trace-fixture';
import { TraceFollower } from './trace-follower';

test('plays what comes, waits a little for what comes late, and at the end for nothing', () => {
  const recording = recordingOf(startAndJoin.slice(0, 3));
  const follower = new TraceFollower(recording);
  expect(follower.advance(false)).toBe(true);
  // The child was started less than five milliseconds before the newest event.
  expect(follower.view.processes).toHaveLength(1);
  expect(follower.advance(false)).toBe(true);
  expect(follower.view.processes).toHaveLength(2);
  expect(follower.advance(false)).toBe(false);
});

test('however the events are cut into batches, the view at the end is the one of all events', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(startAndJoin.length)), fc.integer({ min: 0, max: 3 }), (cuts, late) => {
      // Each batch is sorted, but a batch may hold something older than the last one.
      const order = startAndJoin.map((event, i) => ({ event, key: i % 4 === late ? i + 1.5 : i }));
      const shuffled = order.toSorted((a, b) => a.key - b.key).map(({ event }) => event);
      const recording = recordingOf([]);
      const follower = new TraceFollower(recording);
      let from = 0;
      for (const cut of [...cuts.toSorted((a, b) => a - b), shuffled.length]) {
        appendTo(
          recording,
          shuffled.slice(from, cut).toSorted((a, b) => a.timeMs - b.timeMs),
        );
        from = Math.max(from, cut);
        follower.advance(false);
      }
      follower.advance(true);
      expect(follower.view.processes).toEqual(viewOf(recording.events).processes);
    }),
  );
});
