import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordingOf, startAndJoin } from '../testing/trace-fixture';
import { ShownSnapshot } from './shown-snapshot';
import { TimelineModel } from './timeline-model';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'], now: 1000 }));
afterEach(() => void vi.useRealTimers());

/** A program that runs, and how often its picture's surroundings were told. */
function running() {
  const recording = recordingOf(startAndJoin.slice(0, 4));
  const model = new TimelineModel(recording, true);
  const shown = new ShownSnapshot(model);
  const listener = vi.fn();
  shown.subscribe(listener);
  const passMs = (ms: number) => {
    vi.advanceTimersByTime(ms);
    model.tick(performance.now());
  };
  passMs(200);
  listener.mockClear();
  return { recording, model, shown, listener, passMs };
}

test('time that passes is told ten times a second', () => {
  const { model, shown, listener, passMs } = running();
  for (let frame = 0; frame < 60; frame++) passMs(1000 / 60);
  expect(listener.mock.calls.length).toBeGreaterThanOrEqual(8);
  expect(listener.mock.calls.length).toBeLessThanOrEqual(10);
  expect(model.getSnapshot().endMs - shown.getSnapshot().endMs).toBeLessThan(100);
});

test('what the reader does is told at once, and so is the end', () => {
  const { recording, model, shown, listener } = running();
  model.toggleLocks();
  expect(shown.getSnapshot().showsLocks).toBe(true);
  model.follow(recording, false);
  expect(shown.getSnapshot()).toBe(model.getSnapshot());
  expect(listener.mock.calls.length).toBeGreaterThanOrEqual(2);
});

test('what happened before somebody listened is not missed', () => {
  const recording = recordingOf(startAndJoin);
  const model = new TimelineModel(recording, false);
  const shown = new ShownSnapshot(model);
  model.follow(recording, false);
  shown.subscribe(() => undefined);
  expect(shown.getSnapshot().endMs).toBe(40);
});
