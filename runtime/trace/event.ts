/** A place in the program; line and column count from one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type ObjectKind =
  | 'lock'
  | 'rlock'
  | 'semaphore'
  | 'condition'
  | 'event'
  | 'barrier'
  | 'pipe'
  | 'queue'
  | 'value'
  | 'array'
  | 'pool'
  | 'manager'
  | 'listener'
  | 'region'
  | 'unknown';

export type PartRole = 'other' | 'readLock' | 'writeLock' | 'free' | 'unfinished' | 'peer' | 'lock' | 'waiters';

/** What a process waits for. `object` of such a wait is a pid for `join`, otherwise a shared object, or 0. */
export type WaitReason = 'sleep' | 'join' | 'read' | 'write' | 'acquire' | 'ready' | 'input' | 'output' | 'other';

interface Base {
  /** Number of the event in its recording. */
  readonly index: number;
  /** Milliseconds since the machine began, to 10 µs. */
  readonly timeMs: number;
  /** The process it happened in. */
  readonly pid: number;
  /** The green thread, 0 being the main one. */
  readonly thread: number;
  /** The call of the program under way, if it is known. */
  readonly place: Place | null;
}

/** Everything that a run leaves behind. A closed union: `switch` on `type`. */
export type TraceEvent = Base &
  (
    | { readonly type: 'process/spawned'; readonly parentPid: number; readonly name: string }
    /** The program is loaded and the target is about to run. */
    | { readonly type: 'process/running' }
    /** `exitcode` as Python has it: negative for a signal. */
    | { readonly type: 'process/exited'; readonly exitcode: number }
    | { readonly type: 'thread/started'; readonly threadStarted: number; readonly name: string }
    | { readonly type: 'thread/ended'; readonly threadEnded: number }
    /** `deadlineMs` is on the clock of `timeMs`; null waits for ever. */
    | { readonly type: 'wait/began'; readonly reason: WaitReason; readonly object: number; readonly deadlineMs: number | null }
    | { readonly type: 'wait/ended'; readonly reason: WaitReason; readonly object: number }
    | { readonly type: 'object/made'; readonly object: number; readonly kind: ObjectKind; readonly name: string }
    /** `object` belongs to `whole`: who waits for it waits for the whole. */
    | { readonly type: 'object/joined'; readonly object: number; readonly whole: number; readonly role: PartRole }
    /** `value`: what is left of a semaphore. */
    | { readonly type: 'lock/acquired'; readonly object: number; readonly value: number }
    | { readonly type: 'lock/released'; readonly object: number; readonly value: number }
    /** `position` pairs what was sent with what was received of the same object. */
    | { readonly type: 'message/sent'; readonly object: number; readonly position: number; readonly bytes: number }
    | { readonly type: 'message/received'; readonly object: number; readonly position: number; readonly bytes: number }
    | { readonly type: 'value/written'; readonly object: number; readonly element: number; readonly value: number }
    | { readonly type: 'output/written'; readonly stream: 'stdout' | 'stderr'; readonly bytes: number }
    /** `senderPid` 0 is the reader. */
    | { readonly type: 'signal/sent'; readonly senderPid: number; readonly signal: number }
    | { readonly type: 'signal/received'; readonly signal: number }
    /** So many events of this process are missing here: there were too many at once. */
    | { readonly type: 'trace/lost'; readonly count: number }
  );

export type TraceEventType = TraceEvent['type'];
export type EventOf<T extends TraceEventType> = Extract<TraceEvent, { readonly type: T }>;
