import type { HoldView } from '@/runtime';
import type { Lane } from './lanes';
import { type LanePaint } from './paint-lane';
import { rowsOf } from './paint-links';
import { barTop } from './picture-layout';
import { xAt } from './time-scale';

const THICKNESS = 3;
const LABEL_SIZE = 10;

/** A thin bar under each process for the time in which it had a lock. Colours tell locks apart, names say which. */
export function paintLocks(paint: LanePaint, lanes: readonly Lane[], holds: readonly HoldView[], marked: HoldView | null): void {
  const { surface, palette, layout, words, endMs } = paint;
  const rows = rowsOf(lanes);
  const drawnTo = new Map<number, number>();
  for (const hold of holds) {
    const row = rows.get(hold.pid);
    if (row === undefined) continue;
    const [from, to] = lockSpan(paint, hold, endMs);
    if (to < layout.labelWidth || from > layout.width) continue;
    // Locks taken and given up within a pixel are one bar.
    const last = drawnTo.get(row) ?? Number.NEGATIVE_INFINITY;
    if (hold !== marked && to - last < 0.5 && to >= last) continue;
    drawnTo.set(row, Math.max(last, to));
    const y = barTop(layout, row) + layout.barHeight + 1;
    const ink = hold === marked ? palette.accent : palette.ink;
    surface.rect({ x: from, y, width: Math.max(1, to - from), height: THICKNESS }, ink, 1);
    const name = words.object(hold.object)?.name ?? '';
    if (name === '' || layout.pitch < 24 || to - from < surface.widthOf(name, { size: LABEL_SIZE }) + 8) continue;
    const x = Math.max(from, layout.labelWidth) + 3;
    surface.rect({ x: x - 2, y: y - 1, width: surface.widthOf(name, { size: LABEL_SIZE }) + 4, height: 9 }, palette.surface);
    surface.text(name, x, y + 4, ink, { size: LABEL_SIZE });
  }
}

export function lockSpan({ layout }: Pick<LanePaint, 'layout'>, hold: HoldView, endMs: number): readonly [number, number] {
  return [xAt(layout.scale, hold.acquiredMs), xAt(layout.scale, hold.releasedMs ?? endMs)];
}
