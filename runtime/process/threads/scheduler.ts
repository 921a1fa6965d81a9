import { FOREVER, type Reason, WaitKind } from '../../memory/parker';
import { current } from '../context';
import { place } from '../place';
import { identifyThreadsBy, signals, type ThreadIdentity } from '../thread-identity';
import { traceThread, traceThreadEnded, traceThreadStarted } from '../trace';

/*
 * Green threads: all run on the one stack of the process, one at a time, as under a lock that each has to hold. A thread is a
 * chain of steps, and gives way when it waits or when its time is over. While all wait, the process sleeps once for all of them.
 *
 * A plain function that has to take steps, because the program called it from where it cannot stop, drives them from there: it
 * runs whatever can run until its own are done. So it lies on top of others that must wait for it.
 */

/** What a thread yields: what it waits for; nothing when only its time is over. */
export interface Wait {
  readonly isReady: () => boolean;
  readonly deadlineMs: number;
  readonly reason: Reason;
  readonly isInterruptible: boolean;
}

export type Steps<T = unknown> = Generator<Wait | undefined, T, boolean>;
export type StepFunction<This = unknown> = ((this: This, ...args: never[]) => Steps) & { prototype: object };

/** `sys.getswitchinterval()`, in milliseconds. */
const SWITCH_INTERVAL_MS = 5;
/** After about so many turns of a loop a thread looks at the clock. */
const TURNS = 1000;

/** Steps that are being taken, and what came of them. */
interface Run {
  readonly steps: Steps;
  outcome: { readonly value: unknown } | { readonly error: unknown } | null;
}

interface Thread {
  readonly identity: ThreadIdentity;
  readonly isDaemon: boolean;
  /** The innermost: those below wait for it. */
  run: Run | null;
  wait: Wait | null;
  /** What the wait is answered with. */
  answer: boolean;
  /** What looking whether the wait is over raised. */
  failure: { readonly error: unknown } | null;
  readonly place: { at: number; naming: string; kept: unknown };
}

/** Counted down by loops and calls; below zero the thread pauses. */
export const budget = { left: TURNS };

/** When the thread that runs has to give way. What it drives is part of its turn. */
let turnEndsMs = 0;

const main: Thread = newThread({ id: 0, name: 'MainThread' }, false);
/** In the order in which they take turns. */
const threads: Thread[] = [main];
let running = main;

/**
 * Starts a thread. Its steps are taken when others give way.
 * @param isDaemon - the process does not wait for it at its end.
 */
export function startThread(identity: ThreadIdentity, steps: Steps, isDaemon: boolean): void {
  identifyThreadsBy(() => running.identity);
  const thread = newThread(identity, isDaemon);
  thread.run = { steps: ended(thread, steps), outcome: null };
  threads.push(thread);
  traceThreadStarted(identity.id, identity.name);
}

/** Takes steps to their end, for the thread that runs; others run while they wait. */
export function drive<T>(steps: Steps<T>): T {
  const thread = running;
  const run: Run = { steps, outcome: null };
  // What goes on beside the program may find it in the middle of a wait.
  const { run: outer, wait, answer, failure } = thread;
  Object.assign(thread, { run, wait: null, answer: true, failure: null });
  try {
    advance(thread);
    while (run.outcome === null) runNext();
  } finally {
    Object.assign(thread, { run: outer, wait, answer, failure });
  }
  if ('error' in run.outcome) throw run.outcome.error;
  return run.outcome.value as T;
}

/** What ends threads that would wait for ever for work: called when the program has ended, before its threads are waited for. */
export const threadEndings: (() => void)[] = [];

/** Waits for the threads that are not daemons, as Python does before it ends. */
export function joinThreads(): void {
  for (const end of threadEndings) end();
  const isReady = () => threads.every((thread) => thread === main || thread.isDaemon);
  if (isReady()) return;
  const reason = { kind: WaitKind.ready, object: 0 };
  drive(
    (function* (): Steps<void> {
      yield { isReady, deadlineMs: FOREVER, reason, isInterruptible: true };
    })(),
  );
}

function newThread(identity: ThreadIdentity, isDaemon: boolean): Thread {
  return {
    identity,
    isDaemon,
    run: null,
    wait: null,
    answer: true,
    failure: null,
    place: { at: 0, naming: '', kept: undefined },
  };
}

function* ended(thread: Thread, steps: Steps): Steps {
  try {
    return yield* steps;
  } finally {
    threads.splice(threads.indexOf(thread), 1);
    traceThreadEnded(thread.identity.id);
  }
}

/** Lets the next thread that can run have its turn; sleeps when there is none. */
function runNext(): void {
  for (;;) {
    look();
    const index = threads.findIndex(({ run, wait }) => run !== null && run.outcome === null && wait === null);
    const thread = threads[index];
    if (thread !== undefined) {
      // Who has had a turn comes last.
      threads.splice(index, 1);
      threads.push(thread);
      beginTurn();
      return advance(thread);
    }
    sleep();
  }
}

/** Answers the waits that are over, and takes signals, which are for the main thread. */
function look(): void {
  const { parker, memory } = current();
  const now = memory.now();
  for (const thread of threads) settle(thread, now);
  tend(() => parker.checkIn());
}

function settle(thread: Thread, now: number): boolean {
  const { wait } = thread;
  if (wait === null) return true;
  // Raised where it waits: so a traceback shows where that is.
  const isInterrupted = thread === main && wait.isInterruptible && current().parker.isInterrupted();
  try {
    if (!isInterrupted && wait.isReady()) thread.answer = true;
    else if (isInterrupted || now >= wait.deadlineMs) thread.answer = false;
    else return false;
  } catch (error) {
    thread.failure = { error };
  }
  thread.wait = null;
  return true;
}

function sleep(): void {
  const { parker, memory } = current();
  const waits = threads.flatMap(({ wait }) => wait ?? []);
  const deadlineMs = Math.min(FOREVER, ...waits.map((wait) => wait.deadlineMs));
  const [only] = waits;
  const reason = waits.length === 1 && only !== undefined ? only.reason : { kind: WaitKind.ready, object: waits.length };
  const isAnyReady = () => {
    const now = memory.now();
    // All of them, so that each is in the queues of what it waits for.
    return threads.map((thread) => thread.run?.outcome === null && settle(thread, now)).includes(true);
  };
  tend(() => parker.park(isAnyReady, deadlineMs, reason, true));
}

/** What goes on beside the program does so in the main thread; a signal is left to where that stands. */
function tend(call: () => unknown): void {
  const thread = running;
  running = main;
  signals.areHeld = true;
  try {
    call();
  } finally {
    signals.areHeld = false;
    running = thread;
  }
}

function beginTurn(): void {
  turnEndsMs = performance.now() + SWITCH_INTERVAL_MS;
  budget.left = someTurns();
}

/** Takes a thread's steps until it waits, has ended, or the time of its turn is over. */
function advance(thread: Thread): void {
  const { run, failure } = thread;
  if (run === null) return;
  const before = running;
  enter(before, thread);
  try {
    thread.failure = null;
    let step = failure === null ? run.steps.next(thread.answer) : run.steps.throw(failure.error);
    while (step.done !== true && step.value === undefined && performance.now() < turnEndsMs) {
      budget.left = someTurns();
      step = run.steps.next(false);
    }
    thread.answer = true;
    if (step.done === true) run.outcome = { value: step.value };
    else thread.wait = step.value ?? null;
  } catch (error) {
    run.outcome = { error };
  } finally {
    enter(thread, before);
  }
}

/** Not always as many: else a loop would always be interrupted at the same place. */
function someTurns(): number {
  return (TURNS * (0.5 + Math.random())) | 0;
}

function enter(from: Thread, to: Thread): void {
  if (from === to) return;
  Object.assign(from.place, place);
  Object.assign(place, to.place);
  running = to;
  traceThread(to.identity.id);
}
