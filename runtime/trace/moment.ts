import type { Place, TraceEvent } from './event';
import type { HoldView, MessageView, ObjectView, ProcessView, RunView, WaitView } from './run-view';

export type ProcessState = 'starting' | 'running' | 'waiting' | 'exited';

/** A process at a moment. */
export interface ProcessAt {
  readonly process: ProcessView;
  readonly state: ProcessState;
  /** What it sleeps for; of its threads, the one that waits longest. null when it does not. */
  readonly wait: WaitView | null;
  /** Locks and places of semaphores that it has. */
  readonly holds: readonly HoldView[];
  /** Where its program was last seen. */
  readonly place: Place | null;
  /** Which part of its life so far it did not wait, 0 to 1. */
  readonly share: number;
}

/** A lock, queue, pipe or value at a moment. */
export interface ObjectAt {
  readonly object: ObjectView;
  /** Who has it. */
  readonly holds: readonly HoldView[];
  /** Who sleeps for it, longest first. */
  readonly waiters: readonly { readonly process: ProcessView; readonly wait: WaitView }[];
  /** Messages that were sent and not yet received. */
  readonly underWay: readonly MessageView[];
  readonly values: ReadonlyMap<number, number>;
}

/** A run at a moment within it, derived from a view that may know what came later. */
export interface Moment {
  readonly timeMs: number;
  /** Those that had begun, in start order. */
  readonly processes: readonly ProcessAt[];
  /** Those that had been made, in that order; what belongs to another is not listed. */
  readonly objects: readonly ObjectAt[];
}

export function momentOf(view: RunView, events: readonly TraceEvent[], timeMs: number): Moment {
  const holds = view.holds.filter(({ acquiredMs, releasedMs }) => acquiredMs <= timeMs && (releasedMs ?? Infinity) > timeMs);
  const begun = view.processes.filter(({ spawnedMs }) => spawnedMs <= timeMs);
  const { places, values } = lookBack(view, events, timeMs, begun);
  const underWay = underWayAt(view, timeMs);
  const processes = begun.map((process): ProcessAt => {
    const state = stateOf(process, timeMs);
    return {
      process,
      state,
      wait: state === 'waiting' ? waitAt(process, timeMs) : null,
      holds: holds.filter(({ pid }) => pid === process.pid),
      place: places.get(process.pid) ?? null,
      share: shareOf(process, timeMs),
    };
  });
  const objects = [...view.objects.values()]
    .filter(({ object, madeMs }) => madeMs <= timeMs && view.wholeOf(object) === object)
    .map((object): ObjectAt => {
      const isPart = (part: number) => view.wholeOf(part) === object.object;
      return {
        object,
        holds: holds.filter((hold) => isPart(hold.object)),
        waiters: processes
          .flatMap(({ process, wait }) =>
            wait !== null && wait.reason !== 'join' && isPart(wait.object) ? [{ process, wait }] : [],
          )
          .sort((a, b) => a.wait.beganMs - b.wait.beganMs),
        underWay: underWay.get(object.object) ?? [],
        values: values.get(object.object) ?? new Map<number, number>(),
      };
    });
  return { timeMs, processes, objects };
}

/** Where the programs of the processes that lived at a moment were last seen, in start order. */
export function placesAt(
  view: RunView,
  events: readonly TraceEvent[],
  timeMs: number,
): readonly { readonly process: ProcessView; readonly place: Place }[] {
  const living = view.processes.filter(({ spawnedMs, exitedMs }) => spawnedMs <= timeMs && (exitedMs ?? Infinity) > timeMs);
  const wanted = new Set(living.map(({ pid }) => pid));
  const places = new Map<number, Place>();
  for (let i = firstAfter(events, timeMs) - 1; i >= 0 && places.size < wanted.size; i--) {
    const event = events[i];
    if (event?.place && wanted.has(event.pid) && !places.has(event.pid)) places.set(event.pid, event.place);
    // Nothing of it is older; it has not been seen anywhere.
    if (event?.type === 'process/spawned' && !places.has(event.pid)) wanted.delete(event.pid);
  }
  return living.flatMap((process) => {
    const place = places.get(process.pid);
    return place === undefined ? [] : [{ process, place }];
  });
}

/** The wait a process is in; of several threads', the longest. Running threads make it run: then there is none. */
export function waitAt(process: ProcessView, timeMs: number): WaitView | null {
  const waits = process.waits.filter((wait) => wait.beganMs <= timeMs && (wait.endedMs ?? Infinity) > timeMs);
  const alive = process.threads.filter(({ startedMs, endedMs }) => startedMs <= timeMs && (endedMs ?? Infinity) > timeMs);
  return waits.length > alive.length ? (waits[0] ?? null) : null;
}

function stateOf(process: ProcessView, timeMs: number): ProcessState {
  if (process.exitedMs !== null && process.exitedMs <= timeMs) return 'exited';
  if (process.runningMs === null || process.runningMs > timeMs) return 'starting';
  return waitAt(process, timeMs) === null ? 'running' : 'waiting';
}

function shareOf(process: ProcessView, timeMs: number): number {
  const began = process.runningMs ?? process.spawnedMs;
  const life = Math.min(process.exitedMs ?? Infinity, timeMs) - began;
  if (life <= 0) return 0;
  let waited = 0;
  for (const { thread, beganMs, endedMs } of process.waits) {
    if (thread !== 0 || beganMs > timeMs) continue;
    waited += Math.min(endedMs ?? Infinity, timeMs) - Math.max(beganMs, began);
  }
  return Math.min(1, Math.max(0, 1 - waited / life));
}

/** By what they were sent over. */
function underWayAt(view: RunView, timeMs: number): ReadonlyMap<number, readonly MessageView[]> {
  const found = new Map<number, MessageView[]>();
  for (const message of view.messages) {
    if (message.sent.timeMs > timeMs || (message.received?.timeMs ?? Infinity) <= timeMs) continue;
    const whole = view.wholeOf(message.object);
    const list = found.get(whole);
    if (list === undefined) found.set(whole, [message]);
    else list.push(message);
  }
  return found;
}

/** From the moment backwards: where each process was last seen, and what was last written to each element. */
function lookBack(view: RunView, events: readonly TraceEvent[], timeMs: number, begun: readonly ProcessView[]) {
  const places = new Map<number, Place>();
  const values = new Map<number, Map<number, number>>();
  const hasValues = [...view.objects.values()].some(({ values: { size } }) => size > 0);
  for (let i = firstAfter(events, timeMs) - 1; i >= 0; i--) {
    const event = events[i];
    if (event === undefined || (!hasValues && places.size >= begun.length)) break;
    if (event.place !== null && !places.has(event.pid)) places.set(event.pid, event.place);
    if (event.type !== 'value/written') continue;
    const whole = view.wholeOf(event.object);
    const elements = values.get(whole) ?? new Map<number, number>();
    values.set(whole, elements);
    if (!elements.has(event.element)) elements.set(event.element, event.value);
  }
  return { places, values };
}

/** Index of the first event that is later than a time; all before it are not. */
export function firstAfter(events: readonly Pick<TraceEvent, 'timeMs'>[], timeMs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.timeMs ?? Infinity) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
