import type { EventOf, TraceEvent, TraceEventType, WaitReason } from './event';
import { type HoldView, type MessageView, type ProcessView, type RunView, viewOf } from './run-view';

/** A sentence in the languages of the site. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

/** An answer, and what was seen: the sentence explains a no, precisely. */
export interface Answer {
  readonly yes: boolean;
  readonly seen: Sentence;
}

/** A process by its name, or by its pid if names repeat. */
export type Who = string | number;

/**
 * Questions about a run, for tests and for the checks of exercises: they judge what the machine did, not what the program
 * printed. A process is *running* from the moment its target begins until it has ended.
 */
export class Queries {
  readonly run: RunView;

  constructor(readonly events: readonly TraceEvent[]) {
    this.run = viewOf(events);
  }

  /** Every process but MainProcess, in start order. */
  children(): readonly ProcessView[] {
    return this.run.processes.slice(1);
  }

  process(who: Who): ProcessView | null {
    return this.run.processes.find(({ name, pid }) => name === who || pid === who) ?? null;
  }

  /** All events of one process, or those of one type. */
  eventsOf<T extends TraceEventType = TraceEventType>(who: Who, type?: T): readonly EventOf<T>[] {
    const pid = this.process(who)?.pid;
    return this.events.filter((event): event is EventOf<T> => event.pid === pid && (type === undefined || event.type === type));
  }

  /** What a process wrote to its standard output, write by write: a traceback is not printed. */
  prints(who: Who): readonly EventOf<'output/written'>[] {
    return this.eventsOf(who, 'output/written').filter(({ stream }) => stream === 'stdout');
  }

  /** What was sent over a pipe or queue, by its name in the program, in the order of sending. */
  messages(name: string): readonly MessageView[] {
    return this.run.messages.filter(({ object }) => this.run.objects.get(object)?.name === name);
  }

  /** Who had a lock, and when, by its name in the program. */
  holdsOf(name: string): readonly HoldView[] {
    return this.run.holds.filter(({ object }) => this.run.objects.get(object)?.name === name);
  }

  /** Did exactly so many children run? */
  ranChildren(count: number): Answer {
    const ran = this.children().filter(({ runningMs }) => runningMs !== null);
    const names = ran.map(({ name }) => name);
    return answer(ran.length === count, {
      en: ran.length === 0 ? 'no child ran' : `${ran.length} ${ran.length === 1 ? 'child' : 'children'} ran: ${names.join(', ')}`,
      zh: ran.length === 0 ? '没有子进程运行' : `运行了 ${ran.length} 个子进程：${names.join('、')}`,
    });
  }

  /**
   * Did two processes run at the same time, for `leastMs` at least? Their boot counts: on a busy machine one may have ended before
   * the target of another begins, though both were started at once.
   */
  overlapped(a: Who, b: Who, leastMs = 0): Answer {
    const [first, second] = [this.process(a), this.process(b)].map((process) =>
      process !== null && process.runningMs !== null ? process : null,
    );
    if (first === undefined || first === null) return neverRan(a);
    if (second === undefined || second === null) return neverRan(b);
    const [earlier, later] = first.spawnedMs <= second.spawnedMs ? [first, second] : [second, first];
    const together = Math.min(endOf(earlier), endOf(later)) - later.spawnedMs;
    if (together < 0) {
      const gap = milliseconds(-together);
      return answer(false, {
        en: `\`${later.name}\` started ${gap} after \`${earlier.name}\` had ended`,
        zh: `\`${later.name}\` 在 \`${earlier.name}\` 结束 ${gap} 之后才开始`,
      });
    }
    return answer(together >= leastMs, {
      en: `\`${earlier.name}\` and \`${later.name}\` ran together for ${milliseconds(together)}`,
      zh: `\`${earlier.name}\` 与 \`${later.name}\` 同时运行了 ${milliseconds(together)}`,
    });
  }

  /** Did the process of this event hold the lock when it happened? */
  heldDuring(lock: string, event: TraceEvent): Answer {
    const holds = this.holdsOf(lock);
    const line =
      event.place === null ? { en: '', zh: '' } : { en: ` at line ${event.place.line}`, zh: `（第 ${event.place.line} 行）` };
    const who = this.run.process(event.pid)?.name ?? String(event.pid);
    const covers = (hold: HoldView) => hold.acquiredMs <= event.timeMs && (hold.releasedMs ?? Infinity) >= event.timeMs;
    const own = holds.some((hold) => hold.pid === event.pid && covers(hold));
    const other = holds.find((hold) => hold.pid !== event.pid && covers(hold));
    if (own) {
      return answer(true, { en: `\`${who}\` held \`${lock}\`${line.en}`, zh: `\`${who}\` 当时持有 \`${lock}\`${line.zh}` });
    }
    if (other === undefined) {
      return answer(false, { en: `nobody held \`${lock}\`${line.en}`, zh: `当时没有进程持有 \`${lock}\`${line.zh}` });
    }
    const holder = this.run.process(other.pid)?.name ?? String(other.pid);
    return answer(false, {
      en: `\`${lock}\` was held by \`${holder}\`, not by \`${who}\`${line.en}`,
      zh: `当时持有 \`${lock}\` 的是 \`${holder}\`，而不是 \`${who}\`${line.zh}`,
    });
  }

  /** The last value that was written to a shared value, by its name in the program; null if none was. */
  lastValue(name: string): number | null {
    const object = [...this.run.objects.values()].find((each) => each.name === name);
    return object?.values.get(0) ?? null;
  }

  /**
   * Was the lock held around every write to a value, by the process that wrote? Writes before the first child do not count, and
   * none does of which it cannot be told, because events are missing in front of it.
   */
  guarded(value: string, lock: string): Answer {
    const objectOf = (wanted: string) => [...this.run.objects.values()].find(({ name }) => name === wanted)?.object;
    const [written, guard] = [objectOf(value), objectOf(lock)];
    const sinceMs = this.children()[0]?.spawnedMs ?? Infinity;
    const held = new Map<number, boolean | null>();
    let count = 0;
    for (const event of this.events) {
      if (event.type === 'trace/lost') held.set(event.pid, null);
      else if (event.type === 'lock/acquired' && event.object === guard) held.set(event.pid, true);
      else if (event.type === 'lock/released' && event.object === guard) held.set(event.pid, false);
      else if (event.type === 'value/written' && event.object === written && event.timeMs >= sinceMs) {
        const isHeld = held.get(event.pid) ?? (held.has(event.pid) ? null : false);
        if (isHeld === false) return this.heldDuring(lock, event);
        if (isHeld) count++;
      }
    }
    return answer(count > 0, {
      en:
        count === 0 ? `nobody wrote to \`${value}\`` : `of what was recorded, \`${lock}\` was held around every write (${count})`,
      zh: count === 0 ? `没有进程写过 \`${value}\`` : `记录到的 ${count} 次写入都在持有 \`${lock}\` 时进行`,
    });
  }

  /** Did a process print exactly so many times? */
  wrote(who: Who, times: number): Answer {
    const process = this.process(who);
    if (process === null) return neverRan(who);
    const count = this.prints(who).length;
    return answer(count === times, {
      en: `\`${process.name}\` printed ${count === 0 ? 'nothing' : count === 1 ? 'once' : `${count} times`}`,
      zh: `\`${process.name}\` ${count === 0 ? '什么也没打印' : `打印了 ${count} 次`}`,
    });
  }

  /** Did so many messages, or more, go from one process to another and arrive? */
  sent(from: Who, to: Who, least: number): Answer {
    const [sender, receiver] = [this.process(from), this.process(to)];
    if (sender === null) return neverRan(from);
    if (receiver === null) return neverRan(to);
    const count = this.run.messages.filter(
      ({ sent, received }) => sent.pid === sender.pid && received?.pid === receiver.pid,
    ).length;
    return answer(count >= least, {
      en: `${count === 0 ? 'no message' : count === 1 ? 'one message' : `${count} messages`} from \`${sender.name}\` reached \`${receiver.name}\``,
      zh:
        count === 0
          ? `没有消息从 \`${sender.name}\` 到达 \`${receiver.name}\``
          : `有 ${count} 条消息从 \`${sender.name}\` 到达 \`${receiver.name}\``,
    });
  }

  /** How many threads a process had beside its main one: those that were seen to start, or to do something. */
  threadsOf(who: Who): number {
    const pid = this.process(who)?.pid;
    const numbers = this.events.flatMap((event) => {
      if (event.pid !== pid) return [];
      return event.type === 'thread/started' ? [event.threadStarted] : event.thread === 0 ? [] : [event.thread];
    });
    return new Set(numbers).size;
  }

  /** How many tasks, at most, had been handed to pools at a time, and their results not yet been taken? */
  mostUnderWay(who: Who): number {
    const pid = this.process(who)?.pid;
    const moments = this.run.messages.flatMap(({ object, sent, received }): [number, 1 | -1][] => {
      if (this.run.objects.get(object)?.kind !== 'pool') return [];
      if (sent.pid === pid) return [[sent.timeMs, 1]];
      return received !== null && received.pid === pid ? [[received.timeMs, -1]] : [];
    });
    return mostAtOnce(moments);
  }

  /** How many children, at most, slept at the same time? */
  mostAsleep(): number {
    const sleeps = this.children().flatMap(({ waits }) => waits.filter(({ reason }) => reason === 'sleep'));
    return mostAtOnce(sleeps.flatMap(({ beganMs, endedMs }) => [[beganMs, 1] as const, [endedMs ?? Infinity, -1] as const]));
  }

  /** Did a process wait for this, by its name in the program (of a lock, a queue, a process)? */
  waitedFor(who: Who, reason: WaitReason, what: string): Answer {
    const process = this.process(who);
    if (process === null) return neverRan(who);
    const nameOf = (object: number) => this.run.objects.get(object)?.name ?? this.run.process(object)?.name ?? '';
    const waits = process.waits.filter((wait) => wait.reason === reason && nameOf(wait.object) === what);
    const total = waits.reduce((sum, { beganMs, endedMs }) => sum + (endedMs ?? this.run.timeMs) - beganMs, 0);
    return answer(waits.length > 0, {
      en:
        waits.length === 0
          ? `\`${process.name}\` never waited for \`${what}\``
          : `\`${process.name}\` waited ${milliseconds(total)} for \`${what}\``,
      zh:
        waits.length === 0
          ? `\`${process.name}\` 从未等待 \`${what}\``
          : `\`${process.name}\` 等待 \`${what}\` 共 ${milliseconds(total)}`,
    });
  }

  /** Did one event come before another? Either missing is a no. */
  isBefore(a: TraceEvent | undefined, b: TraceEvent | undefined, names: readonly [Sentence, Sentence]): Answer {
    const [first, second] = names;
    const missing = a === undefined ? first : b === undefined ? second : null;
    if (missing !== null || a === undefined || b === undefined) {
      const what = missing ?? first;
      return answer(false, { en: `${what.en} never happened`, zh: `${what.zh}没有发生` });
    }
    const gap = milliseconds(Math.abs(b.timeMs - a.timeMs));
    if (a.timeMs <= b.timeMs) {
      return answer(true, { en: `${first.en} came ${gap} before ${second.en}`, zh: `${first.zh}比${second.zh}早 ${gap}` });
    }
    return answer(false, { en: `${first.en} came ${gap} after ${second.en}`, zh: `${first.zh}比${second.zh}晚 ${gap}` });
  }

  /** Did a process end with this exit code? */
  exitedWith(who: Who, exitcode: number): Answer {
    const process = this.process(who);
    if (process === null) return neverRan(who);
    if (process.exitcode === null) {
      return answer(false, { en: `\`${process.name}\` has not ended`, zh: `\`${process.name}\` 还没有结束` });
    }
    return answer(process.exitcode === exitcode, {
      en: `\`${process.name}\` ended with exit code ${process.exitcode}`,
      zh: `\`${process.name}\` 以退出码 ${process.exitcode} 结束`,
    });
  }

  /** Processes that had not ended when the run had. */
  stillAlive(): readonly ProcessView[] {
    return this.run.processes.filter(({ exitedMs }) => exitedMs === null);
  }

  /** Was no process left? */
  allEnded(): Answer {
    const alive = this.stillAlive().map(({ name }) => `\`${name}\``);
    return answer(alive.length === 0, {
      en: alive.length === 0 ? 'every process ended' : `still alive: ${alive.join(', ')}`,
      zh: alive.length === 0 ? '所有进程都已结束' : `仍在运行：${alive.join('、')}`,
    });
  }
}

function answer(yes: boolean, seen: Sentence): Answer {
  return { yes, seen };
}

function neverRan(who: Who): Answer {
  return answer(false, { en: `\`${who}\` never ran`, zh: `\`${who}\` 从未运行` });
}

/** The highest count, of moments at which one more or one less is there. */
function mostAtOnce(moments: readonly (readonly [timeMs: number, change: 1 | -1])[]): number {
  let now = 0;
  let most = 0;
  for (const [, change] of moments.toSorted(([a, x], [b, y]) => a - b || x - y)) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

function endOf({ exitedMs }: ProcessView): number {
  return exitedMs ?? Infinity;
}

function milliseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
