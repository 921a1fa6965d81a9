import type { MessageView, RunView, WaitView } from '@/runtime';
import type { Lane } from './lanes';
import { firstWaitAfter, type LanePaint } from './paint-lane';
import { hueOf } from './palette';
import { barMiddle, barTop } from './picture-layout';
import type { Segment, Triangle } from './surface';
import { timeAt, xAt } from './time-scale';

const CURVE = { width: 1.4 } as const;
/** Arrows whose ends are nearer than so many pixels are drawn as one. */
const APART = 2;
const MANY_MESSAGES = 600;
/** Of more than twice as many, only some are looked at. */
const MOST_MESSAGES = 2000;
const CROWDED_APART = 10;
const ARROW_LENGTH = 6;
const ARROW_WIDTH = 2.8;

/** Row of each process, by pid. */
export function rowsOf(lanes: readonly Lane[]): ReadonlyMap<number, number> {
  return new Map(lanes.flatMap(({ process, thread }, row) => (thread === null ? [[process.pid, row] as const] : [])));
}

/** Who started whom, and who waited for whose end. */
export function paintFamily(paint: LanePaint, lanes: readonly Lane[], view: RunView): void {
  const { surface, palette, layout } = paint;
  const rows = rowsOf(lanes);
  const { scale } = layout;
  for (const { process, thread } of lanes) {
    if (thread !== null) continue;
    const row = rows.get(process.pid) ?? 0;
    const hue = palette.hues[hueOf(process.order)] ?? palette.ink;
    const parentRow = rows.get(process.parentPid);
    if (parentRow !== undefined) {
      const x = xAt(scale, process.spawnedMs);
      surface.curve([x - 3, barMiddle(layout, parentRow), x, barMiddle(layout, row)], hue, CURVE);
    }
    paintJoins(paint, process.waits, row, rows, view);
  }
}

/** Joins are looked for among the waits that are seen, and drawn when the child's end is what ended them. */
function paintJoins(paint: LanePaint, waits: readonly WaitView[], row: number, rows: ReadonlyMap<number, number>, view: RunView) {
  const { surface, palette, layout } = paint;
  const { scale } = layout;
  for (let i = firstWaitAfter(waits, scale.fromMs); i < waits.length; i++) {
    const wait = waits[i];
    if (wait === undefined || wait.beganMs > scale.toMs) break;
    if (wait.reason !== 'join' || wait.endedMs === null) continue;
    const child = view.process(wait.object);
    const childRow = rows.get(wait.object);
    if (child === null || childRow === undefined || child.exitedMs === null || wait.endedMs < child.exitedMs - 1) continue;
    const path = [
      xAt(scale, child.exitedMs),
      barMiddle(layout, childRow),
      xAt(scale, wait.endedMs) + 1,
      barMiddle(layout, row),
    ] as const;
    surface.curve(path, palette.hues[hueOf(child.order)] ?? palette.ink, CURVE);
  }
}

/** An arrow for every message, from who sent it to who received it; of those that lie on one another, one. In a crowd they have no heads. */
export function paintMessages(
  paint: LanePaint,
  lanes: readonly Lane[],
  messages: readonly MessageView[],
  marked: MessageView | null,
) {
  const { palette, layout } = paint;
  const rows = rowsOf(lanes);
  const drawn = new Set<number>();
  const fromMs = timeAt(layout.scale, layout.labelWidth - 20);
  const toMs = timeAt(layout.scale, layout.width + 20);
  const isSeen = ({ sent, received }: MessageView) => sent.timeMs <= toMs && (received?.timeMs ?? sent.timeMs) >= fromMs;
  const seen = messages.filter(isSeen);
  const isCrowded = seen.length > MANY_MESSAGES;
  // So that their number hardly grows any more: nobody can follow thousands of arrows. The same ones wherever the picture begins.
  const every = 2 ** Math.max(0, Math.floor(Math.log2(seen.length / MOST_MESSAGES)));
  const apart = isCrowded ? CROWDED_APART * Math.sqrt(seen.length / MANY_MESSAGES) : APART;
  const crowd = new Map<string, Segment[]>();
  for (const message of every === 1 ? seen : messages.filter((each, index) => index % every === 0 && isSeen(each))) {
    const arrow = message === marked ? null : arrowOf(paint, rows, message);
    if (arrow === null) continue;
    const [x1, y1, x2, y2] = arrow;
    const key = ((Math.round(x1 / apart) * 4096 + Math.round(x2 / apart)) * 512 + Math.round(y1 / 8)) * 512 + Math.round(y2 / 8);
    if (drawn.has(key)) continue;
    drawn.add(key);
    const hue = palette.hues[hueOf(paint.words.view.process(message.sent.pid)?.order ?? 0)] ?? palette.ink;
    if (!isCrowded) paintArrow(paint, arrow, hue, 1);
    else if (!crowd.get(hue)?.push(arrow)) crowd.set(hue, [arrow]);
  }
  for (const [hue, lines] of crowd) paint.surface.lines(lines, hue);
  const top = marked !== null && seen.includes(marked) ? arrowOf(paint, rows, marked) : null;
  if (top !== null) paintArrow(paint, top, palette.accent, 2);
}

/** Null when an end is not known. */
export function arrowOf(
  { layout, endMs }: Pick<LanePaint, 'layout' | 'endMs'>,
  rows: ReadonlyMap<number, number>,
  { sent, received }: MessageView,
): Segment | null {
  const from = rows.get(sent.pid);
  if (from === undefined) return null;
  const x1 = xAt(layout.scale, sent.timeMs);
  if (received === null) {
    // On its way: a short stub.
    const x2 = Math.min(x1 + 14, xAt(layout.scale, endMs));
    const y = barTop(layout, from) + layout.barHeight;
    return [x1, y, x2, y + 5];
  }
  const to = rows.get(received.pid);
  if (to === undefined) return null;
  const isDown = to > from;
  const edge = (row: number, isLower: boolean) => barTop(layout, row) + (isLower ? layout.barHeight : 0);
  return [x1, edge(from, to >= from), xAt(layout.scale, received.timeMs), edge(to, !isDown)];
}

function paintArrow({ surface, palette }: LanePaint, path: Segment, paint: string, width: number): void {
  surface.line(path, palette.surface, { width: width + 2 });
  surface.line(path, paint, { width });
  surface.triangles(headOf(path), paint);
}

/** The head of an arrow; one that is too short has none. */
function headOf([x1, y1, x2, y2]: Segment): Triangle[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < ARROW_LENGTH) return [];
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * ARROW_LENGTH, y2 - uy * ARROW_LENGTH];
  return [[x2, y2, bx - uy * ARROW_WIDTH, by + ux * ARROW_WIDTH, bx + uy * ARROW_WIDTH, by - ux * ARROW_WIDTH]];
}
