import type { EventOf, ObjectKind, PartRole, Place, TraceEvent, WaitReason } from './event';

/** One process of a run, from its first event to its last. */
export interface ProcessView {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  /** 0 for MainProcess, then in start order; decides the hue. */
  readonly order: number;
  readonly spawnedMs: number;
  /** When its target began to run; null while it boots. */
  readonly runningMs: number | null;
  readonly exitedMs: number | null;
  readonly exitcode: number | null;
  readonly waits: readonly WaitView[];
  /** Green threads beside its main one, in start order. */
  readonly threads: readonly ThreadView[];
}

/** A green thread of a process; the main one is the process itself. */
export interface ThreadView {
  readonly thread: number;
  readonly name: string;
  readonly startedMs: number;
  /** null while it lives. */
  readonly endedMs: number | null;
}

/** A time in which a process, or one of its green threads, slept. */
export interface WaitView {
  readonly thread: number;
  readonly reason: WaitReason;
  /** The whole it waits for: a lock, a queue, a pid; 0 when there is none. */
  readonly object: number;
  /** The part of it that it waits for; `object` itself when it has no parts. */
  readonly part: number;
  readonly beganMs: number;
  /** null while it lasts. */
  readonly endedMs: number | null;
  readonly deadlineMs: number | null;
  readonly place: Place | null;
}

/** A time in which somebody had a lock or a place of a semaphore. */
export interface HoldView {
  readonly object: number;
  readonly pid: number;
  readonly thread: number;
  readonly acquiredMs: number;
  /** null while it lasts, or for ever if its holder died. */
  readonly releasedMs: number | null;
  readonly place: Place | null;
}

export interface MessageView {
  readonly object: number;
  readonly bytes: number;
  /** Not after its receipt: a sender that was put aside before it could note the sending did so too late. */
  readonly sent: EventOf<'message/sent'>;
  /** null while it is under way. */
  readonly received: EventOf<'message/received'> | null;
}

export interface ObjectView {
  readonly object: number;
  readonly kind: ObjectKind;
  /** What the program calls it; empty when it has no name. */
  readonly name: string;
  readonly madeBy: number;
  readonly madeMs: number;
  /** The last value known of each element. */
  readonly values: ReadonlyMap<number, number>;
}

/** A run as it stood at a moment: what the timeline draws, what tables show, what queries ask. */
export interface RunView {
  /** The moment: milliseconds since the machine began. */
  readonly timeMs: number;
  /** In start order. */
  readonly processes: readonly ProcessView[];
  readonly objects: ReadonlyMap<number, ObjectView>;
  readonly holds: readonly HoldView[];
  readonly messages: readonly MessageView[];
  process(pid: number): ProcessView | null;
  /** The whole that an object is a part of, or itself. */
  wholeOf(object: number): number;
  /** What a part is to its whole; null when it is none. */
  roleOf(part: number): PartRole | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenProcess = Mutable<Omit<ProcessView, 'waits' | 'threads'>> & {
  waits: Mutable<WaitView>[];
  threads: Mutable<ThreadView>[];
};
type OpenObject = Mutable<Omit<ObjectView, 'values'>> & { values: Map<number, number> };

/** Plays events, oldest first, into a view. To look at a later moment, play on. */
export class RunPlayer implements RunView {
  timeMs = 0;
  readonly processes: OpenProcess[] = [];
  readonly objects = new Map<number, OpenObject>();
  readonly holds: Mutable<HoldView>[] = [];
  readonly messages: Mutable<MessageView>[] = [];
  readonly #byPid = new Map<number, OpenProcess>();
  readonly #wholes = new Map<number, number>();
  readonly #roles = new Map<number, PartRole>();
  /** Holds under way, by object; the last acquired is the last. */
  readonly #open = new Map<number, Mutable<HoldView>[]>();
  readonly #underWay = new Map<string, Mutable<MessageView>>();
  /** Receipts of messages whose sending was noted later, or never. */
  readonly #early = new Map<string, EventOf<'message/received'>>();

  process(pid: number): ProcessView | null {
    return this.#byPid.get(pid) ?? null;
  }

  wholeOf(object: number): number {
    return this.#wholes.get(object) ?? object;
  }

  roleOf(part: number): PartRole | null {
    return this.#roles.get(part) ?? null;
  }

  play(event: TraceEvent): void {
    this.timeMs = Math.max(this.timeMs, event.timeMs);
    switch (event.type) {
      case 'process/spawned':
        return this.#spawn(event);
      case 'process/running': {
        const process = this.#byPid.get(event.pid);
        if (process !== undefined) process.runningMs = event.timeMs;
        return;
      }
      case 'process/exited':
        return this.#exit(event);
      case 'wait/began':
        this.#byPid.get(event.pid)?.waits.push({
          thread: event.thread,
          reason: event.reason,
          object: event.reason === 'join' ? event.object : this.wholeOf(event.object),
          part: event.object,
          beganMs: event.timeMs,
          endedMs: null,
          deadlineMs: event.deadlineMs,
          place: event.place,
        });
        return;
      case 'wait/ended': {
        const wait = this.#byPid
          .get(event.pid)
          ?.waits.findLast(({ endedMs, thread }) => endedMs === null && thread === event.thread);
        if (wait !== undefined) wait.endedMs = event.timeMs;
        return;
      }
      case 'object/made':
        this.objects.set(event.object, {
          object: event.object,
          kind: event.kind,
          name: event.name,
          madeBy: event.pid,
          madeMs: event.timeMs,
          values: new Map(),
        });
        return;
      case 'object/joined':
        this.#wholes.set(event.object, event.whole);
        this.#roles.set(event.object, event.role);
        return;
      case 'lock/acquired':
        return this.#acquire(event);
      case 'lock/released':
        return this.#release(event);
      case 'message/sent':
        return this.#send(event);
      case 'message/received':
        return this.#receive(event);
      case 'value/written':
        this.objects.get(event.object)?.values.set(event.element, event.value);
        return;
      case 'thread/started':
        this.#byPid
          .get(event.pid)
          ?.threads.push({ thread: event.threadStarted, name: event.name, startedMs: event.timeMs, endedMs: null });
        return;
      case 'thread/ended': {
        const ended = this.#byPid
          .get(event.pid)
          ?.threads.findLast(({ thread, endedMs }) => thread === event.threadEnded && endedMs === null);
        if (ended !== undefined) ended.endedMs = event.timeMs;
        return;
      }
      case 'output/written':
      case 'signal/sent':
      case 'signal/received':
      case 'trace/lost':
        return;
    }
  }

  #spawn({ pid, parentPid, name, timeMs }: EventOf<'process/spawned'>): void {
    const process: OpenProcess = {
      pid,
      parentPid,
      name,
      order: this.processes.length,
      spawnedMs: timeMs,
      runningMs: null,
      exitedMs: null,
      exitcode: null,
      waits: [],
      threads: [],
    };
    this.processes.push(process);
    this.#byPid.set(pid, process);
  }

  #exit({ pid, timeMs, exitcode }: EventOf<'process/exited'>): void {
    const process = this.#byPid.get(pid);
    if (process === undefined) return;
    process.exitedMs = timeMs;
    process.exitcode = exitcode;
    for (const wait of process.waits) wait.endedMs ??= timeMs;
    for (const thread of process.threads) thread.endedMs ??= timeMs;
  }

  #acquire({ object, pid, thread, timeMs, place }: EventOf<'lock/acquired'>): void {
    const hold: Mutable<HoldView> = { object, pid, thread, acquiredMs: timeMs, releasedMs: null, place };
    this.holds.push(hold);
    const open = this.#open.get(object);
    if (open === undefined) this.#open.set(object, [hold]);
    else open.push(hold);
  }

  /** A lock may be released by somebody who did not take it; then it is the oldest hold that ends. */
  #release({ object, pid, timeMs }: EventOf<'lock/released'>): void {
    const open = this.#open.get(object) ?? [];
    const own = open.findLastIndex((hold) => hold.pid === pid);
    const [hold] = open.splice(Math.max(own, 0), 1);
    if (hold !== undefined) hold.releasedMs = timeMs;
  }

  #send(noted: EventOf<'message/sent'>): void {
    const key = messageKey(noted);
    const received = this.#early.get(key) ?? null;
    const sent = received === null ? noted : { ...noted, timeMs: received.timeMs };
    const message: Mutable<MessageView> = { object: this.wholeOf(sent.object), bytes: sent.bytes, sent, received };
    this.messages.push(message);
    if (received === null) this.#underWay.set(key, message);
    else this.#early.delete(key);
  }

  #receive(received: EventOf<'message/received'>): void {
    const key = messageKey(received);
    const message = this.#underWay.get(key);
    if (message === undefined) {
      this.#early.set(key, received);
      return;
    }
    message.received = received;
    this.#underWay.delete(key);
  }
}

function messageKey({ object, position }: EventOf<'message/sent' | 'message/received'>): string {
  return `${object}:${position}`;
}

/** The run as it stood at a moment; at the end if none is given. */
export function viewOf(events: readonly TraceEvent[], timeMs = Infinity): RunView {
  const player = new RunPlayer();
  for (const event of events) {
    if (event.timeMs > timeMs) break;
    player.play(event);
  }
  return player;
}
