import type { HoldView, MessageView, RunView, WaitView } from '@/runtime';
import type { Lane } from './lanes';
import { firstWaitAfter } from './paint-lane';
import { arrowOf, rowsOf } from './paint-links';
import { lockSpan } from './paint-locks';
import { barTop, type PictureLayout, RULER_HEIGHT, rowAt } from './picture-layout';
import type { Segment } from './surface';
import { msPerPixel, timeAt } from './time-scale';

/** What is under a point of the picture. */
export type Hit =
  | { readonly kind: 'ruler'; readonly timeMs: number }
  | { readonly kind: 'message'; readonly message: MessageView; readonly timeMs: number }
  | { readonly kind: 'hold'; readonly hold: HoldView; readonly lane: Lane; readonly row: number; readonly timeMs: number }
  | {
      readonly kind: 'lane';
      readonly lane: Lane;
      readonly row: number;
      readonly timeMs: number;
      /** null: it does not wait there. */
      readonly wait: WaitView | null;
    };

export interface HitScene {
  readonly view: RunView;
  readonly lanes: readonly Lane[];
  readonly layout: PictureLayout;
  readonly endMs: number;
  readonly showsMessages: boolean;
  readonly showsLocks: boolean;
}

/** A pointer is this near to what it means. */
const REACH = 4;

export function hitAt(scene: HitScene, x: number, y: number): Hit | null {
  const { layout, lanes, view } = scene;
  const timeMs = timeAt(layout.scale, x);
  if (y < RULER_HEIGHT) return x >= layout.labelWidth - REACH ? { kind: 'ruler', timeMs } : null;
  const row = rowAt(layout, y);
  const lane = lanes[row];
  const offset = y - barTop(layout, row);
  if (lane !== undefined && x >= layout.labelWidth - REACH && offset >= 0 && offset <= layout.barHeight) {
    return { kind: 'lane', lane, row, timeMs, wait: waitNear(lane, timeMs, msPerPixel(layout.scale) * 2) };
  }
  if (x >= layout.labelWidth && scene.showsLocks && lane !== undefined && offset > 0) {
    const hold = view.holds.find((each) => {
      if (each.pid !== lane.process.pid) return false;
      const [from, to] = lockSpan(scene, each, scene.endMs);
      return x >= from - 1 && x <= Math.max(to, from + 1) + 1;
    });
    if (hold !== undefined) return { kind: 'hold', hold, lane, row, timeMs };
  }
  const message = scene.showsMessages && x >= layout.labelWidth ? messageNear(scene, x, y) : null;
  if (message !== null) return { kind: 'message', message, timeMs };
  return lane === undefined ? null : { kind: 'lane', lane, row, timeMs, wait: waitNear(lane, timeMs, 0) };
}

function waitNear({ process, thread }: Lane, timeMs: number, slackMs: number): WaitView | null {
  const wanted = thread?.thread ?? 0;
  const waits = process.threads.length === 0 ? process.waits : process.waits.filter((wait) => wait.thread === wanted);
  const first = waits[firstWaitAfter(waits, timeMs - slackMs)];
  return first !== undefined && first.beganMs <= timeMs + slackMs ? first : null;
}

function messageNear(scene: HitScene, x: number, y: number): MessageView | null {
  const rows = rowsOf(scene.lanes);
  let nearest: MessageView | null = null;
  let least = REACH;
  for (const message of scene.view.messages) {
    const arrow = arrowOf(scene, rows, message);
    if (arrow === null || Math.min(arrow[0], arrow[2]) > x + REACH || Math.max(arrow[0], arrow[2]) < x - REACH) continue;
    const distance = distanceTo(arrow, x, y);
    if (distance >= least) continue;
    least = distance;
    nearest = message;
  }
  return nearest;
}

function distanceTo([x1, y1, x2, y2]: Segment, x: number, y: number): number {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}
