import type { WaitReason } from './event';
import type { MessageView, ProcessView, RunView, WaitView } from './run-view';

/** A place of a run that a text speaks of: a process, one of its waits, or a message that it sent. */
export interface Spot {
  /** Name of the process. */
  readonly process: string;
  /** What it waits in. */
  readonly waits?: WaitReason | undefined;
  /** Name of what it waits for, or of what the message goes through: an object's, or with `join` a process's. */
  readonly on?: string | undefined;
  /** Name of the process that receives the message. */
  readonly to?: string | undefined;
}

/** Where it was in one run. */
export interface FoundSpot {
  readonly process: ProcessView;
  readonly fromMs: number;
  /** null while it lasts. */
  readonly toMs: number | null;
  readonly wait: WaitView | null;
  readonly message: MessageView | null;
}

/** The first process of that name that fits; of several waits the longest; of several messages the first. */
export function findSpot(view: RunView, spot: Spot): FoundSpot | null {
  for (const process of view.processes) {
    if (process.name !== spot.process) continue;
    const found = spot.to === undefined ? findTime(view, process, spot) : findMessage(view, process, spot);
    if (found !== null) return found;
  }
  return null;
}

function findTime(view: RunView, process: ProcessView, { waits, on }: Spot): FoundSpot | null {
  if (waits === undefined) {
    return { process, fromMs: process.spawnedMs, toMs: process.exitedMs, wait: null, message: null };
  }
  let longest: WaitView | null = null;
  for (const wait of process.waits) {
    if (wait.reason !== waits || (on !== undefined && nameOf(view, wait) !== on)) continue;
    if (longest === null || lengthOf(view, wait) > lengthOf(view, longest)) longest = wait;
  }
  return longest === null ? null : { process, fromMs: longest.beganMs, toMs: longest.endedMs, wait: longest, message: null };
}

function findMessage(view: RunView, process: ProcessView, { on, to }: Spot): FoundSpot | null {
  const message = view.messages.find(
    ({ object, sent, received }) =>
      sent.pid === process.pid &&
      received !== null &&
      view.process(received.pid)?.name === to &&
      (on === undefined || view.objects.get(object)?.name === on),
  );
  if (message === undefined) return null;
  return { process, fromMs: message.sent.timeMs, toMs: message.received?.timeMs ?? null, wait: null, message };
}

function nameOf(view: RunView, { reason, object }: WaitView): string {
  if (reason === 'join') return view.process(object)?.name ?? '';
  return view.objects.get(view.wholeOf(object))?.name ?? '';
}

function lengthOf(view: RunView, { beganMs, endedMs }: WaitView): number {
  return (endedMs ?? view.timeMs) - beganMs;
}
