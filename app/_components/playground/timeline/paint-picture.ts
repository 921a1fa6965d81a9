import type { FoundSpot, HoldView, MessageView, RunView } from '@/runtime';
import type { Lane } from './lanes';
import { type LanePaint, paintCaptions, paintLane } from './paint-lane';
import { paintFamily, paintMessages } from './paint-links';
import { paintLocks } from './paint-locks';
import { paintSpot } from './paint-spot';
import { hueOf, type Palette } from './palette';
import { barMiddle, type PictureLayout, RULER_HEIGHT } from './picture-layout';
import type { RunWords } from './run-words';
import type { Box, Surface } from './surface';
import { decimalsFor, formatTime, ticksOf, xAt } from './time-scale';

/** Everything that the picture shows. */
export interface Picture {
  readonly view: RunView;
  readonly lanes: readonly Lane[];
  readonly layout: PictureLayout;
  readonly words: RunWords;
  readonly endMs: number;
  readonly showsMessages: boolean;
  readonly showsLocks: boolean;
  readonly playheadMs: number | null;
  /** The lane that the keys or the pointer are on. */
  readonly markedRow: number | null;
  readonly markedMessage: MessageView | null;
  readonly markedHold: HoldView | null;
  /** What a sentence of the text speaks of. */
  readonly spot: FoundSpot | null;
}

const INDENT = 10;
const MOST_INDENT = 3;

/** Draws the picture. What it is drawn on is cleared already. */
export function paintPicture(surface: Surface, palette: Palette, picture: Picture): void {
  paintRun(surface, palette, picture);
  paintPlayhead(surface, palette, picture);
}

/** All but the playhead. */
export function paintRun(surface: Surface, palette: Palette, picture: Picture): void {
  const { layout, lanes, view } = picture;
  const paint: LanePaint = { surface, palette, layout, words: picture.words, endMs: picture.endMs, captions: [] };
  if (picture.markedRow !== null) {
    const y = RULER_HEIGHT + picture.markedRow * layout.pitch;
    surface.rect({ x: 0, y, width: layout.width, height: layout.pitch }, palette.sunken);
  }
  surface.inside(chartOf(layout), () => {
    paintGrid(paint);
    paintFamily(paint, lanes, view);
    lanes.forEach((lane, row) => paintLane(paint, lane, row));
    if (picture.showsLocks) paintLocks(paint, lanes, view.holds, picture.markedHold);
    if (picture.showsMessages) paintMessages(paint, lanes, view.messages, picture.markedMessage);
    paintCaptions(paint);
    if (picture.spot !== null) paintSpot(paint, lanes, picture.spot);
  });
  lanes.forEach((lane, row) => paintLabel(paint, lane, row));
}

/** The line at the playhead, and a veil over what is yet to come. */
export function paintPlayhead(surface: Surface, palette: Palette, { layout, playheadMs, endMs }: Picture): void {
  if (playheadMs === null) return;
  const { scale } = layout;
  const x = xAt(scale, playheadMs);
  const to = Math.max(x, xAt(scale, endMs)) + 64;
  surface.inside(chartOf(layout), () => {
    surface.rect({ x, y: RULER_HEIGHT - 2, width: to - x, height: layout.height }, veil(palette.surface));
    surface.line([x, RULER_HEIGHT - 4, x, layout.height], palette.accent, { width: 1.5 });
    const text = formatTime(playheadMs, 10 ** -Math.max(1, decimalsFor((scale.toMs - scale.fromMs) / 1000)));
    const width = surface.widthOf(text, { size: 11, weight: 600 }) + 12;
    const left = middleWithin(layout, x, width / 2) - width / 2;
    surface.rect({ x: left, y: 2, width, height: 17 }, palette.accent, 4);
    surface.text(text, left + width / 2, 11, palette.accentInk, { size: 11, weight: 600, align: 'center' });
  });
}

/** Where the lanes are, beside their labels. */
function chartOf({ labelWidth, width, height }: PictureLayout): Box {
  return { x: labelWidth - 4, y: 0, width: width - labelWidth + 4, height };
}

/** Where the middle of a text goes that is to be at `x`, and is not to be cut off. */
function middleWithin({ labelWidth, width }: PictureLayout, x: number, half: number): number {
  return Math.min(Math.max(x, labelWidth - 4 + half), width - half);
}

function paintGrid({ surface, palette, layout }: LanePaint): void {
  const { scale } = layout;
  const wide = {
    ...scale,
    toMs: scale.toMs + ((layout.width - scale.left - scale.width) / scale.width) * (scale.toMs - scale.fromMs),
  };
  const ticks = ticksOf(scale);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  for (const tick of ticksOf({ ...wide, width: layout.width - scale.left })) {
    if (tick < 0) continue;
    const x = Math.round(xAt(scale, tick)) + 0.5;
    surface.line([x, RULER_HEIGHT - 4, x, layout.height], palette.line);
    const text = formatTime(tick, step);
    const half = surface.widthOf(text, { size: 11 }) / 2;
    surface.text(text, middleWithin(layout, x, half), RULER_HEIGHT / 2 - 1, palette.ink3, { size: 11, align: 'center' });
  }
}

function paintLabel({ surface, palette, layout }: LanePaint, { process, thread, depth }: Lane, row: number): void {
  const y = barMiddle(layout, row);
  const x = 2 + Math.min(depth, MOST_INDENT) * INDENT;
  surface.rect({ x, y: y - 5, width: 3, height: 10 }, palette.hues[hueOf(process.order)] ?? palette.ink, 1.5);
  const room = layout.labelWidth - x - 16;
  surface.text(shorten(surface, thread?.name ?? process.name, room), x + 8, y + 0.5, palette.ink2);
}

/** A number at the end is what tells names apart, so it stays: `SpawnPool…-3`. */
function shorten(surface: Surface, text: string, room: number): string {
  if (surface.widthOf(text) <= room) return text;
  const tail = /-?[\d:]*$/.exec(text)?.[0] ?? '';
  let end = text.length - tail.length - 1;
  while (end > 1 && surface.widthOf(`${text.slice(0, end)}…${tail}`) > room) end--;
  return `${text.slice(0, end)}…${tail}`;
}

/** What is yet to come shows through. */
function veil(colour: string): string {
  return `${colour}b3`;
}
