import type { ObjectView, ProcessView, RunView, WaitView } from '@/runtime';
import type { Words } from '../words';

export type TimelineWords = Words['timeline'];

const SIGNALS: Readonly<Record<number, string>> = {
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

export function signalName(signal: number): string {
  return SIGNALS[signal] ?? `signal ${signal}`;
}

/** `0`, or `SIGKILL` for -9. */
export function exitcodeText(exitcode: number): string {
  return exitcode < 0 ? signalName(-exitcode) : String(exitcode);
}

/** Names of a run's processes and objects in words. */
export class RunWords {
  constructor(
    readonly view: RunView,
    readonly words: TimelineWords,
  ) {}

  processName(pid: number): string {
    return this.view.process(pid)?.name ?? `pid ${pid}`;
  }

  /** Names repeat; then the pid tells them apart. */
  uniqueName({ pid, name }: ProcessView): string {
    return this.view.processes.some((other) => other.name === name && other.pid !== pid) ? `${name} (${pid})` : name;
  }

  object(object: number): ObjectView | undefined {
    return this.view.objects.get(this.view.wholeOf(object));
  }

  /** `lock a`, `a queue`. */
  what(object: number): string {
    const known = this.object(object);
    return this.words.named(this.words.kinds[known?.kind ?? 'unknown'], known?.name ?? '');
  }

  /** `a`, or `lock` when it has no name. */
  objectName(object: number): string {
    const known = this.object(object);
    return known?.name || this.words.kinds[known?.kind ?? 'unknown'];
  }

  /** For the bar, longest first: `join indexer`, `lock a`, `a`, `acquire`. */
  waitLabels({ reason, object }: WaitView): readonly string[] {
    const brief = this.words.waitsBriefly[reason];
    if (reason === 'join') return [this.words.joins(this.processName(object)), brief];
    const known = this.object(object);
    if (known === undefined) return [brief];
    const kind = this.words.kinds[known.kind];
    // A pool called `pool` has said so.
    return known.name === '' || known.name === kind ? [kind, brief] : [`${kind} ${known.name}`, known.name, brief];
  }

  /** In a sentence: `waits for lock a`. */
  waitSentence({ reason, object }: Pick<WaitView, 'reason' | 'object'>): string {
    if (reason === 'join') return this.words.waitsFor.join(this.processName(object));
    return this.words.waitsFor[reason](this.object(object) === undefined ? '' : this.what(object));
  }

  bytes(count: number): string {
    if (count < 10_000) return this.words.bytes(count);
    return count < 1e6 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toFixed(1)} MB`;
  }
}
