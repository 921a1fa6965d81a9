import { expect, test } from 'vitest';
import { appendTo, recordingOf, startAndJoin } from '../testing/trace-fixture';
import { TimelineModel } from './timeline-model';

function ended(): TimelineModel {
  const model = new TimelineModel(recordingOf(startAndJoin), false);
  model.tick(1000);
  return model;
}

test('a run that is over fills the picture', () => {
  expect(ended().getSnapshot()).toMatchObject({ mode: 'fit', fromMs: 0, toMs: 40, endMs: 40 });
});

test('a slow start of the first process does not take up the picture', () => {
  const late = startAndJoin.map((event) => ({ ...event, timeMs: event.timeMs === 0 ? 0 : event.timeMs + 300 }));
  const model = new TimelineModel(recordingOf(late), false);
  model.tick(1000);
  expect(model.getSnapshot()).toMatchObject({ mode: 'fit', endMs: 340, toMs: 340 });
  expect(model.getSnapshot().fromMs).toBeCloseTo(302.56);
});

test('while the program runs, time goes on between two events', () => {
  const recording = recordingOf(startAndJoin.slice(0, 4));
  const model = new TimelineModel(recording, true);
  model.tick(1000);
  model.tick(1100);
  expect(model.getSnapshot().endMs).toBe(110);
  appendTo(recording, startAndJoin.slice(4));
  model.follow(recording, false);
  model.tick(1200);
  expect(model.getSnapshot().endMs).toBe(40);
});

test('zooming keeps the time under the pointer where it is, and does not leave the run', () => {
  const model = ended();
  model.zoom(4, 10);
  expect(model.getSnapshot()).toMatchObject({ mode: 'free', fromMs: 7.5, toMs: 17.5 });
  model.pan(-100);
  expect(model.getSnapshot()).toMatchObject({ fromMs: 0, toMs: 10 });
  model.zoom(0.1, 5);
  expect(model.getSnapshot()).toMatchObject({ mode: 'fit', toMs: 40 });
});

test('steps go from event to event, of one process if wanted, and past the last event out of the past', () => {
  const model = ended();
  model.step(-1);
  expect(model.getSnapshot().playheadMs).toBe(40);
  model.step(-1);
  expect(model.getSnapshot().playheadMs).toBe(32);
  model.step(-1, 4102);
  model.step(-1, 4102);
  expect(model.getSnapshot().playheadMs).toBe(30);
  model.step(1, 4101);
  expect(model.getSnapshot().playheadMs).toBe(32);
  model.step(1);
  model.step(1);
  expect(model.getSnapshot().playheadMs).toBeNull();
});

test('a replay moves the playhead at its speed, and ends at the end', () => {
  const model = ended();
  model.setSpeed(0.1);
  model.play();
  model.tick(1000);
  model.tick(1100);
  expect(model.getSnapshot()).toMatchObject({ isPlaying: true, playheadMs: 10 });
  model.tick(2000);
  expect(model.getSnapshot()).toMatchObject({ isPlaying: false, playheadMs: null });
});
