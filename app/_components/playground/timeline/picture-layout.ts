import type { Lane } from './lanes';
import type { TimeScale } from './time-scale';

/** Where things are in the picture, in CSS pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  /** Of the column with the names. */
  readonly labelWidth: number;
  /** From one lane to the next. */
  readonly pitch: number;
  readonly barHeight: number;
  /** Under each bar, for those of locks. */
  readonly lockRoom: number;
  readonly scale: TimeScale;
}

export const RULER_HEIGHT = 24;
/** Room at the end of the last bar for its exit code. */
const END_ROOM = 64;
const NARROW_END_ROOM = 56;
const BOTTOM_ROOM = 8;
const LOCK_ROOM = 10;
export const LOCK_HEIGHT = 10;
const NARROW = 520;

interface Shown {
  readonly fromMs: number;
  readonly toMs: number;
  /** Bars under the lanes say who holds what. */
  readonly showsLocks: boolean;
}

export function layOut(lanes: readonly Lane[], width: number, { showsLocks, ...range }: Shown): PictureLayout {
  const pitch = (lanes.length <= 10 ? 28 : lanes.length <= 24 ? 24 : 18) + (showsLocks ? LOCK_ROOM : 0);
  const barHeight = lanes.length <= 24 ? 14 : 10;
  const labelWidth = width < NARROW ? 92 : 128;
  return {
    width,
    height: RULER_HEIGHT + Math.max(2, lanes.length) * pitch + BOTTOM_ROOM,
    labelWidth,
    pitch,
    barHeight,
    lockRoom: showsLocks ? LOCK_ROOM : 0,
    scale: {
      ...range,
      left: labelWidth,
      width: Math.max(40, width - labelWidth - (width < NARROW ? NARROW_END_ROOM : END_ROOM)),
    },
  };
}

export function barTop(layout: PictureLayout, row: number): number {
  return RULER_HEIGHT + row * layout.pitch + (layout.pitch - layout.lockRoom - layout.barHeight) / 2 - 1;
}

export function barMiddle(layout: PictureLayout, row: number): number {
  return barTop(layout, row) + layout.barHeight / 2;
}

export function rowAt(layout: PictureLayout, y: number): number {
  return Math.floor((y - RULER_HEIGHT) / layout.pitch);
}
