import type { Place } from './event';
import type { Sentence } from './queries';
import type { HoldView, ObjectView, ProcessView, RunView } from './run-view';
import { stuckProcesses, type StuckCause, type StuckProcess } from './stuck';

export type DeadlockKind = 'cycle' | Exclude<StuckCause, 'process'>;

/** A machine that can never go on by itself, explained. Names of the program are set in backticks. */
export interface Deadlock {
  readonly kind: DeadlockKind;
  /** What it comes from, one sentence for each process of the cycle, or for whom nobody can wake. */
  readonly causes: readonly Sentence[];
  /** Those that only wait for them. */
  readonly others: readonly Sentence[];
  readonly processes: readonly StuckProcess[];
  /** Those of the cycle, each waiting for the next; empty when there is none. */
  readonly cycle: readonly ProcessView[];
  /** Whom to kill so that others can go on: one of the cycle, and not MainProcess if that can be. */
  readonly victim: ProcessView | null;
}

/**
 * Explains why a machine stands still. It does not look twice: whether it really does stand still, and is not just about to go
 * on, the kernel knows.
 *
 * @returns null when some process can still go on.
 */
export function explainDeadlock(run: RunView): Deadlock | null {
  const processes = stuckProcesses(run);
  if (processes === null) return null;
  const cycle = findCycle(processes);
  const chosen = cycle.length > 0 ? cycle : rootsOf(processes);
  const kind = kindOf(chosen, cycle.length > 0);
  const tell = new Teller(run);
  const first = chosen[0];
  return {
    kind,
    causes: chosen.map((each) => tell.cause(each)),
    others: processes.filter((each) => !chosen.includes(each)).map((each) => tell.wait(each)),
    processes,
    cycle: cycle.map(({ process }) => process),
    victim: (cycle.findLast(({ process }) => process.order > 0) ?? first)?.process ?? null,
  };
}

function kindOf(chosen: readonly StuckProcess[], isCycle: boolean): DeadlockKind {
  if (chosen.some(({ cause }) => cause === 'undrained')) return 'undrained';
  if (isCycle) return 'cycle';
  const causes = chosen.map(({ cause }) => cause);
  // The strangest first: the others are often its consequence.
  const order = ['deadHolder', 'lostTask', 'missingParty', 'unfinished', 'noNotifier', 'noReader', 'noSender'] as const;
  return order.find((kind) => causes.includes(kind)) ?? 'noSender';
}

/** Each waits for the next, and the last for the first; empty when nobody's wait leads back to himself. */
function findCycle(processes: readonly StuckProcess[]): readonly StuckProcess[] {
  const byPid = new Map(processes.map((each) => [each.process.pid, each]));
  const done = new Set<StuckProcess>();
  const walk = (at: StuckProcess, path: readonly StuckProcess[]): readonly StuckProcess[] => {
    const again = path.indexOf(at);
    if (again >= 0) return path.slice(again);
    if (done.has(at)) return [];
    for (const { pid } of at.blockers) {
      const next = byPid.get(pid);
      const found = next === undefined ? [] : walk(next, [...path, at]);
      if (found.length > 0) return found;
    }
    done.add(at);
    return [];
  };
  for (const each of processes) {
    const found = walk(each, []);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those whom no other process blocks. */
function rootsOf(processes: readonly StuckProcess[]): readonly StuckProcess[] {
  const roots = processes.filter(({ blockers }) => blockers.length === 0);
  return roots.length > 0 ? roots : processes;
}

/** Where the line belongs in an English sentence. */
const AT = '{at}';

/** Puts waits into words. */
class Teller {
  constructor(private readonly run: RunView) {}

  /** What it holds and what it waits for. */
  cause(stuck: StuckProcess): Sentence {
    const waited = this.#held(stuck);
    const wait = this.wait(stuck, waited !== null);
    if (waited === null) return wait;
    return { en: `${waited.en} and ${wait.en}`, zh: `${waited.zh}，${wait.zh}` };
  }

  /** `p1` waits for the end of `p2` at line 7. */
  wait(stuck: StuckProcess, isContinued = false): Sentence {
    const name = isContinued ? '' : this.#name(stuck.process);
    const what = this.#waitedFor(stuck);
    const line = lineOf(stuck.wait.place);
    return {
      en: `${name}${isContinued ? '' : ' '}${what.en.replace(AT, line.en)}`,
      zh: withoutGaps(`${name}${isContinued ? '' : ' '}${line.zh}${what.zh}`),
    };
  }

  #held({ process, holds, wait }: StuckProcess): Sentence | null {
    const wanted = holds.filter(({ object }) => this.#isWantedOf(process, object) || object === wait.part);
    if (wanted.length === 0) return null;
    const name = this.#name(process);
    const list = wanted.map((hold) => this.#hold(hold));
    return {
      en: `${name} holds ${list.map(({ en }) => en).join(' and ')}`,
      zh: withoutGaps(`${name} 持有 ${list.map(({ zh }) => zh).join(' 和 ')}`),
    };
  }

  /** Does anybody else wait for this lock? */
  #isWantedOf(holder: ProcessView, object: number): boolean {
    return this.run.processes.some(
      (other) => other !== holder && other.waits.some(({ part, endedMs }) => endedMs === null && part === object),
    );
  }

  #hold({ object, place }: HoldView): Sentence {
    const name = this.#object(this.run.objects.get(this.run.wholeOf(object)) ?? null);
    if (place === null) return name;
    return { en: `${name.en} (taken at line ${place.line})`, zh: `${name.zh}（在第 ${place.line} 行取得）` };
  }

  #waitedFor({ process, wait, object, cause, dead, blockers }: StuckProcess): Sentence {
    const what = this.#object(object);
    const child = wait.reason === 'join' ? this.run.process(wait.object) : null;
    const who = dead === null ? '' : this.#name(dead.process);
    const diedWith = dead?.process.exitcode ?? 0;
    switch (cause) {
      case 'process': {
        if (child !== null) return { en: `waits for the end of ${this.#name(child)}${AT}`, zh: `等待 ${this.#name(child)} 结束` };
        if (blockers[0] === process)
          return { en: `waits for ${what.en} again${AT}, which it has itself`, zh: `又在等待自己已经持有的 ${what.zh}` };
        return { en: `waits for ${what.en}${AT}`, zh: `等待 ${what.zh}` };
      }
      case 'deadHolder': {
        const at = lineOf(dead?.hold?.place ?? null);
        return {
          en: `waits for ${what.en}${AT}, which ${who} took${at.en} and still had when it died (exit code ${diedWith}): nobody can release it`,
          zh: `等待 ${what.zh}；它被 ${who} ${at.zh}取得，而 ${who} 没有释放就结束了（退出码 ${diedWith}），再没有谁能释放它`,
        };
      }
      case 'undrained': {
        const joiner = blockers[0] === undefined ? '' : this.#name(blockers[0]);
        return {
          en: `cannot end${AT} before somebody reads what it has put on ${what.en}, and ${joiner} waits for its end instead of reading`,
          zh: `要等放进 ${what.zh} 的内容被取走才能结束，而 ${joiner} 没有去取，却在等它结束`,
        };
      }
      case 'noSender':
        if (object === null) {
          return {
            en: `waits until one of several things is ready${AT}, and none will be`,
            zh: '等待几样东西之一就绪，但哪一样都不会就绪',
          };
        }
        return {
          en: `waits for a message from ${what.en}${AT}, and nobody is left to send one`,
          zh: `等待 ${what.zh} 里的消息，但再没有谁会发送`,
        };
      case 'noReader':
        return {
          en: `waits for room in ${what.en}${AT}, and nobody is left to take anything out`,
          zh: `等待 ${what.zh} 腾出空位，但再没有谁会取走内容`,
        };
      case 'lostTask':
        return {
          en: `waits for work of ${what.en}${AT} that ${who} had taken when it died (exit code ${diedWith}): it is lost`,
          zh: `等待 ${what.zh} 的一项任务；${who} 取走了它，却没有做完就结束了（退出码 ${diedWith}），任务已经丢失`,
        };
      case 'unfinished':
        return {
          en: `waits until everything on ${what.en} is done${AT}, and nobody is left to call taskDone()`,
          zh: `等待 ${what.zh} 里的任务全部完成，但再没有谁会调用 taskDone()`,
        };
      case 'missingParty':
        return {
          en: `waits at ${what.en}${AT} for others, and nobody is left to come`,
          zh: `在 ${what.zh} 处等待其他进程，但再没有谁会来`,
        };
      case 'noNotifier':
        return object?.kind === 'event'
          ? { en: `waits for ${what.en}${AT}, and nobody is left to set it`, zh: `等待 ${what.zh}，但再没有谁会设置它` }
          : object?.kind === 'condition'
            ? { en: `waits for ${what.en}${AT}, and nobody is left to notify it`, zh: `等待 ${what.zh}，但再没有谁会发出通知` }
            : { en: `waits for ${what.en}${AT}, and nobody is left to release it`, zh: `等待 ${what.zh}，但再没有谁会释放它` };
    }
  }

  #name(process: ProcessView): string {
    const isTwice = this.run.processes.some(({ name, pid }) => name === process.name && pid !== process.pid);
    return isTwice ? `\`${process.name}\` (${process.pid})` : `\`${process.name}\``;
  }

  #object(object: ObjectView | null): Sentence {
    if (object === null) return { en: 'something', zh: '某个对象' };
    if (object.name !== '') return { en: `\`${object.name}\``, zh: `\`${object.name}\`` };
    return KINDS[object.kind];
  }
}

/** Chinese has spaces beside names in Latin letters only. */
function withoutGaps(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}，；（）]) (?=[\p{Script=Han}，；（）])/gu, '');
}

const KINDS: Readonly<Record<ObjectView['kind'], Sentence>> = {
  lock: { en: 'a lock', zh: '一把锁' },
  rlock: { en: 'a lock', zh: '一把锁' },
  semaphore: { en: 'a semaphore', zh: '一个信号量' },
  condition: { en: 'a condition', zh: '一个条件变量' },
  event: { en: 'an event', zh: '一个事件' },
  barrier: { en: 'a barrier', zh: '一个屏障' },
  pipe: { en: 'a pipe', zh: '一个管道' },
  queue: { en: 'a queue', zh: '一个队列' },
  value: { en: 'a value', zh: '一个共享值' },
  array: { en: 'an array', zh: '一个共享数组' },
  pool: { en: 'a pool', zh: '一个进程池' },
  manager: { en: 'a manager', zh: '一个管理器' },
  listener: { en: 'a listener', zh: '一个监听器' },
  region: { en: 'memory', zh: '一块内存' },
  unknown: { en: 'something', zh: '某个对象' },
};

function lineOf(place: Place | null): Sentence {
  return place === null ? { en: '', zh: '' } : { en: ` at line ${place.line}`, zh: `在第 ${place.line} 行` };
}
