import { timelineEn } from '@/app/_i18n/timeline.en';
import { PictureController } from '@/app/_components/playground/timeline/picture-controller';
import { TimelineModel } from '@/app/_components/playground/timeline/timeline-model';
import { type DecodedEvent, firstAfter, Recording } from '@/runtime/trace';

/* Runs in the browser: draws a big run as the playground does, and measures its frames. */

const LANES = 64;
const EVENTS = 100_000;
/** Of the run, which is drawn as fast as it happens. */
const SPAN_MS = 10_000;
const LOOKED_AT_MS = 3000;

export interface Frames {
  readonly perSecond: number;
  /** Milliseconds of script in a frame: the middle one, and the one that 1 in 100 exceeds. */
  readonly median: number;
  readonly slow: number;
}

/** 64 processes that send each other messages, take a lock, and wait for both. */
function bigRun(): DecodedEvent[] {
  const events: DecodedEvent[] = [];
  const common = (timeMs: number, order: number) => ({
    timeMs,
    pid: 4101 + order,
    thread: 0,
    place: { file: 'main.ts', line: 1 + order, column: 1 },
  });
  for (let order = 0; order < LANES; order++) {
    const name = order === 0 ? 'MainProcess' : `Process-${order}`;
    events.push({ ...common(order, order), type: 'process/spawned', parentPid: order === 0 ? 4100 : 4101, name });
    events.push({ ...common(order + 2, order), type: 'process/running' });
    events.push({ ...common(order + 2, order), type: 'object/made', object: 64 * (order + 1), kind: 'queue', name: `q${order}` });
  }
  const begin = LANES + 4;
  const rounds = Math.floor((EVENTS - events.length) / (6 * LANES));
  for (let round = 0; round < rounds; round++) {
    for (let order = 0; order < LANES; order++) {
      const at = begin + ((SPAN_MS - begin) * (round + order / LANES)) / rounds;
      const [own, next] = [64 * (order + 1), 64 * (((order + 1) % LANES) + 1)];
      const position = round * 20;
      events.push({ ...common(at, order), type: 'wait/began', reason: 'read', object: own, deadlineMs: null });
      events.push({ ...common(at + 6, order), type: 'wait/ended', reason: 'read', object: own });
      events.push({ ...common(at + 7, order), type: 'lock/acquired', object: 8, value: 0 });
      events.push({ ...common(at + 8, order), type: 'lock/released', object: 8, value: 1 });
      events.push({ ...common(at + 9, order), type: 'message/sent', object: next, position, bytes: 20 });
      events.push({ ...common(at + 12, (order + 1) % LANES), type: 'message/received', object: next, position, bytes: 20 });
    }
  }
  return events.sort((a, b) => a.timeMs - b.timeMs);
}

/** Draws for some time; `each` moves something before every frame. */
async function framesOf(milliseconds: number, each: (part: number) => void): Promise<Frames> {
  const costs: number[] = [];
  const real = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    real((now) => {
      const from = performance.now();
      callback(now);
      costs.push(performance.now() - from);
    });
  const began = performance.now();
  let frames = 0;
  await new Promise<void>((resolve) => {
    const next = () => {
      const part = (performance.now() - began) / milliseconds;
      if (part >= 1) return resolve();
      frames++;
      each(part);
      real(next);
    };
    real(next);
  });
  window.requestAnimationFrame = real;
  const sorted = costs.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: (frames * 1000) / (performance.now() - began), median: at(0.5), slow: at(0.99) };
}

export async function measureTimeline(): Promise<Record<string, Frames>> {
  const events = bigRun();
  const canvas = document.querySelector('canvas');
  if (canvas === null) throw new Error('Cannot find the canvas');
  const recording = new Recording(['main.ts']);
  const model = new TimelineModel(recording, true);
  const silence = () => undefined;
  const picture = new PictureController(canvas, model, timelineEn, { onTip: silence, onSpoken: silence, onPlace: silence });
  let taken = 0;
  const live = await framesOf(SPAN_MS, (part) => {
    const until = firstAfter(events, part * SPAN_MS);
    recording.appendEvents(events.slice(taken, until));
    taken = until;
  });
  recording.appendEvents(events.slice(taken));
  model.follow(recording, false);
  const whole = await framesOf(LOOKED_AT_MS, (part) => model.seek(part * SPAN_MS));
  model.seek(null);
  model.show(0, SPAN_MS / 10);
  const panned = await framesOf(LOOKED_AT_MS, () => model.pan(SPAN_MS / 400));
  picture.dispose();
  return { 'while it runs': live, 'the playhead over the whole run': whole, 'moving through a tenth of it': panned };
}

Object.assign(window, { measureTimeline });
