import type { FoundSpot } from '@/runtime';
import type { Lane } from './lanes';
import type { LanePaint } from './paint-lane';
import { barTop } from './picture-layout';
import { xAt } from './time-scale';

const ROOM = 4;

/** A ring around what a sentence of the text speaks of. */
export function paintSpot({ surface, palette, layout, endMs }: LanePaint, lanes: readonly Lane[], spot: FoundSpot): void {
  const rowOf = (pid: number, number: number) =>
    lanes.findIndex(({ process, thread }) => process.pid === pid && (thread?.thread ?? 0) === number);
  const { process, wait, message } = spot;
  const rows = [rowOf(process.pid, wait?.thread ?? message?.sent.thread ?? 0)];
  if (message?.received) rows.push(rowOf(message.received.pid, message.received.thread));
  if (rows.includes(-1)) return;
  const top = barTop(layout, Math.min(...rows)) - ROOM;
  const bottom = barTop(layout, Math.max(...rows)) + layout.barHeight + ROOM;
  const left = xAt(layout.scale, spot.fromMs) - ROOM;
  const right = Math.max(xAt(layout.scale, spot.toMs ?? endMs), left + ROOM) + ROOM;
  const ring = { x: left, y: top, width: right - left, height: bottom - top };
  surface.outline(ring, palette.accent, 6);
  surface.outline({ x: ring.x - 1, y: ring.y - 1, width: ring.width + 2, height: ring.height + 2 }, palette.accent, 7);
}
