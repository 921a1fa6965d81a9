import { describe, expect, test } from 'vitest';
import { findSpot } from '@/runtime';
import { timelineEn } from '@/app/_i18n/timeline.en';
import { crowd, everythingAtOnce, recordingOf } from '../testing/trace-fixture';
import { lanesOf } from './lanes';
import { paintPicture, type Picture } from './paint-picture';
import type { Palette } from './palette';
import { layOut } from './picture-layout';
import { RunWords } from './run-words';
import { SvgSurface } from './svg-surface';
import { TimelineModel } from './timeline-model';

/*
 * Pictures of fixed runs, as they were looked at and found good: the files beside this test open in any browser. They are drawn
 * without a font, so that they are the same on every machine. After a change of the drawing look at them again, then
 * `npx vitest run --project=node -u` this file.
 */

const light: Palette = {
  surface: '#ffffff',
  sunken: '#f4f2ec',
  line: '#e5e1d8',
  lineStrong: '#cfc9bc',
  ink: '#1d1b16',
  ink2: '#57534a',
  ink3: '#6f6a5f',
  accent: '#3d5afe',
  accentInk: '#ffffff',
  bad: '#c4302b',
  hues: ['#4b5563', '#0e7490', '#a84d08', '#7c3aed', '#be185d', '#137a3a', '#2f5fd0', '#65700c'],
  pale: ['#e2e4e6', '#d9e9ed', '#f1e3d7', '#eadffc', '#f5dae5', '#d9eae0', '#dee6f8', '#e6e8d8'],
};
const dark: Palette = {
  surface: '#1b1a16',
  sunken: '#100f0c',
  line: '#2d2b25',
  lineStrong: '#454137',
  ink: '#efece4',
  ink2: '#b9b4a7',
  ink3: '#969184',
  accent: '#93a5ff',
  accentInk: '#0d1233',
  bad: '#ff8a80',
  hues: ['#a3acba', '#5ec8e0', '#f0a35a', '#b79cff', '#f58ab8', '#72d391', '#82aaff', '#c3cf62'],
  pale: ['#31312f', '#263636', '#3d3021', '#342f3b', '#3e2c30', '#29372a', '#2c313b', '#363722'],
};

interface Look {
  readonly events: Parameters<typeof recordingOf>[0];
  readonly palette: Palette;
  readonly width: number;
  readonly changes?: (model: TimelineModel) => Partial<Picture>;
}

function draw({ events, palette, width, changes }: Look): string {
  const model = new TimelineModel(recordingOf(events), false);
  model.tick(1000);
  const snapshot = model.getSnapshot();
  const { view } = model;
  const changed = changes?.(model) ?? {};
  const lanes = lanesOf(view);
  const picture: Picture = {
    ...snapshot,
    view,
    lanes,
    layout: layOut(lanes, width, { ...snapshot, ...changed }),
    words: new RunWords(view, timelineEn),
    markedRow: null,
    markedMessage: null,
    markedHold: null,
    spot: null,
    ...changed,
  };
  const surface = new SvgSurface('sans-serif', (content, { size = 12 } = {}) => content.length * size * 0.53);
  paintPicture(surface, palette, picture);
  return surface.toFile(width, picture.layout.height, palette.surface, 'Timeline');
}

const looks: Readonly<Record<string, Look>> = {
  light: { events: everythingAtOnce, palette: light, width: 900 },
  dark: { events: everythingAtOnce, palette: dark, width: 900, changes: () => ({ showsLocks: true }) },
  phone: { events: everythingAtOnce, palette: light, width: 340 },
  'the past': {
    events: everythingAtOnce,
    palette: light,
    width: 900,
    changes: () => ({ playheadMs: 42.5, markedRow: 1 }),
  },
  'a spot': {
    events: everythingAtOnce,
    palette: dark,
    width: 900,
    changes: ({ view }) => ({ spot: findSpot(view, { process: 'second', waits: 'acquire', on: 'pan' }) }),
  },
  'thirty lanes': { events: crowd(30), palette: light, width: 900 },
};

describe('a fixed run is drawn as before', () => {
  test.each(Object.entries(looks))('%s', async (name, look) => {
    await expect(draw(look)).toMatchFileSnapshot(`pictures/${name.replaceAll(' ', '-')}.svg`);
  });
});
