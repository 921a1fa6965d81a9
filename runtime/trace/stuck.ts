import type { HoldView, ObjectView, ProcessView, RunView, WaitView } from './run-view';

/** Why nobody can end a wait. */
export type StuckCause =
  /** Somebody who lives, and waits himself. */
  | 'process'
  /** A lock whose holder has died: nobody is left to release it. */
  | 'deadHolder'
  /** A child that cannot end before somebody reads what it has put on a queue. */
  | 'undrained'
  /** Messages that nobody is left to send. */
  | 'noSender'
  /** Room that nobody is left to make. */
  | 'noReader'
  /** Work that was taken by somebody who died with it. */
  | 'lostTask'
  /** Work that nobody is left to do, or to say that it is done. */
  | 'unfinished'
  /** Others who will not come. */
  | 'missingParty'
  /** A notification, or a flag, or a release, that nobody is left to give. */
  | 'noNotifier';

/** A process that sleeps for ever, and what for. */
export interface StuckProcess {
  readonly process: ProcessView;
  readonly wait: WaitView;
  readonly cause: StuckCause;
  /** What it waits for; null when it is a process's end, or the run does not know it. */
  readonly object: ObjectView | null;
  /** Processes that would have to move first. */
  readonly blockers: readonly ProcessView[];
  /** Locks it has; why others may wait for it. */
  readonly holds: readonly HoldView[];
  /** Who died and left it waiting: with a lock, or with a task. */
  readonly dead: { readonly process: ProcessView; readonly hold: HoldView | null } | null;
}

/** Every living process, if each of them sleeps without a deadline and nobody waits for input; otherwise null. */
export function stuckProcesses(run: RunView): readonly StuckProcess[] | null {
  const living = run.processes.filter(({ exitedMs }) => exitedMs === null);
  const waits = living.map((process) => ({ process, wait: endlessWait(process) }));
  const stuck = waits.flatMap(({ process, wait }) => (wait === null ? [] : [{ process, wait }]));
  if (stuck.length === 0 || stuck.length < living.length) return null;
  return stuck.map(({ process, wait }) => explain(run, process, wait));
}

/** The wait of its main thread, if all its threads sleep for ever. */
function endlessWait(process: ProcessView): WaitView | null {
  const waits = process.waits.filter(({ endedMs }) => endedMs === null);
  const threads = process.threads.filter(({ endedMs }) => endedMs === null);
  if (waits.length <= threads.length || waits.some(({ deadlineMs, reason }) => deadlineMs !== null || CAN_END.has(reason)))
    return null;
  return waits.find(({ thread }) => thread === 0) ?? waits[0] ?? null;
}

/** Waits that something outside the machine ends, or the clock. */
const CAN_END: ReadonlySet<WaitView['reason']> = new Set(['sleep', 'input', 'output', 'other']);

function explain(run: RunView, process: ProcessView, wait: WaitView): StuckProcess {
  const holds = run.holds.filter(({ pid, releasedMs }) => pid === process.pid && releasedMs === null);
  const object = wait.reason === 'join' ? null : (run.objects.get(wait.object) ?? null);
  const common = { process, wait, object, holds, blockers: [], dead: null };
  switch (wait.reason) {
    case 'join': {
      const child = run.process(wait.object);
      return { ...common, cause: 'process', blockers: child === null ? [] : [child] };
    }
    case 'write': {
      const joiner = run.processes.find((other) => isJoining(other, process));
      if (joiner !== undefined) return { ...common, cause: 'undrained', blockers: [joiner] };
      return { ...common, cause: 'noReader' };
    }
    case 'acquire':
      return { ...common, ...explainAcquire(run, process, wait, object) };
    default:
      return { ...common, ...(object === null ? explainPools(run, process) : explainRead(run, object)) };
  }
}

type Explanation = Pick<StuckProcess, 'cause'> & Partial<Pick<StuckProcess, 'blockers' | 'dead' | 'object'>>;

function explainAcquire(run: RunView, process: ProcessView, wait: WaitView, object: ObjectView | null): Explanation {
  switch (object?.kind) {
    case 'barrier':
      return { cause: 'missingParty' };
    case 'queue':
    case 'pipe': {
      const role = run.roleOf(wait.part);
      if (role === 'unfinished') return lostTo(run, object) ?? { cause: 'unfinished' };
      return role === 'free' || role === 'writeLock' ? { cause: 'noReader' } : explainRead(run, object);
    }
    case 'pool':
      return explainRead(run, object);
    case 'lock':
    case 'rlock':
    case 'semaphore':
    case 'unknown':
    case undefined:
      return explainHeld(run, process, wait);
    default:
      return { cause: 'noNotifier' };
  }
}

function explainHeld(run: RunView, process: ProcessView, wait: WaitView): Explanation {
  const holds = run.holds.filter(({ object, releasedMs }) => releasedMs === null && object === wait.part);
  const holders = holds.flatMap((hold) => {
    const holder = run.process(hold.pid);
    return holder === null ? [] : [{ hold, process: holder }];
  });
  const living = [...new Set(holders.filter((holder) => holder.process.exitedMs === null).map((holder) => holder.process))];
  const dead = holders.find((holder) => holder.process.exitedMs !== null) ?? null;
  if (living.length > 0) {
    // To wait for oneself is the shortest of cycles; where others hold it too, they come first.
    return { cause: 'process', blockers: living.toSorted((a, b) => Number(a === process) - Number(b === process)) };
  }
  return dead === null ? { cause: 'noNotifier' } : { cause: 'deadHolder', dead };
}

/** Who waits for results of a pool waits for many things at once. */
function explainPools(run: RunView, process: ProcessView): Explanation {
  for (const object of run.objects.values()) {
    const lost = object.kind === 'pool' && object.madeBy === process.pid ? lostTo(run, object) : null;
    if (lost !== null) return { ...lost, object };
  }
  return { cause: 'noSender' };
}

function explainRead(run: RunView, object: ObjectView | null): Explanation {
  return (object?.kind === 'pool' ? lostTo(run, object) : null) ?? { cause: 'noSender' };
}

/** Somebody who had received from it and then did not end well. */
function lostTo(run: RunView, object: ObjectView): Explanation | null {
  for (const { received } of run.messages.toReversed()) {
    const taker = received === null || run.wholeOf(received.object) !== object.object ? null : run.process(received.pid);
    if (taker?.exitcode) return { cause: 'lostTask', dead: { process: taker, hold: null } };
  }
  return null;
}

function isJoining(process: ProcessView, child: ProcessView): boolean {
  return process.waits.some(({ reason, object, endedMs }) => reason === 'join' && object === child.pid && endedMs === null);
}
