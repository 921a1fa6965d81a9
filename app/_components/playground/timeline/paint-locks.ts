import type { HoldView } from '@/runtime';
import type { Lane } from './lanes';
import { type LanePaint } from './paint-lane';
import { rowsOf } from './paint-links';
import { barTop, LOCK_HEIGHT } from './picture-layout';
import { xAt } from './time-scale';

const LABEL_SIZE = 9;

/** A thin bar under each process for the time in which it had a lock; the lock's name is in it. */
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
    const y = barTop(layout, row) + layout.barHeight + 2;
    surface.rect(
      { x: from, y, width: Math.max(1, to - from), height: LOCK_HEIGHT },
      hold === marked ? palette.accent : palette.ink2,
      2,
    );
    const name = words.objectName(hold.object);
    const left = Math.max(from, layout.labelWidth);
    if (Math.min(to, layout.width) - left < surface.widthOf(name, { size: LABEL_SIZE }) + 8) continue;
    surface.text(name, left + 4, y + LOCK_HEIGHT / 2 + 0.5, palette.surface, { size: LABEL_SIZE });
  }
}

export function lockSpan({ layout }: Pick<LanePaint, 'layout'>, hold: HoldView, endMs: number): readonly [number, number] {
  return [xAt(layout.scale, hold.acquiredMs), xAt(layout.scale, hold.releasedMs ?? endMs)];
}
