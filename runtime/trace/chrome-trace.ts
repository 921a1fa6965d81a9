import type { TraceEvent } from './event';
import type { MessageView, ProcessView, RunView, WaitView } from './run-view';

/** One event of Chrome's trace event format. `ts` and `dur` are in microseconds. */
export interface ChromeTraceEvent {
  readonly name: string;
  /** `X` complete, `M` metadata, `i` instant, `b` and `e` asynchronous, `s` and `f` an arrow's ends, `C` a counter. */
  readonly ph: 'X' | 'M' | 'i' | 'b' | 'e' | 's' | 'f' | 'C';
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: string;
  /** An arrow ends at the slice that encloses its end. */
  readonly bp?: 'e';
  /** How far the mark of an instant reaches: its thread, or its process. */
  readonly s?: 't' | 'p';
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface ChromeTrace {
  readonly traceEvents: readonly ChromeTraceEvent[];
  readonly displayTimeUnit: 'ms';
  readonly otherData: Readonly<Record<string, string>>;
}

/**
 * A run as Chrome trace JSON, which Perfetto and `chrome://tracing` open: a track for each process and thread with what it did
 * and waited for, tracks for who held a lock, arrows for messages and starts.
 */
export function chromeTraceOf(run: RunView, events: readonly TraceEvent[]): ChromeTrace {
  const found: ChromeTraceEvent[] = [];
  for (const process of run.processes) found.push(...tracksOf(run, process));
  run.holds.forEach(({ object, pid, thread, acquiredMs, releasedMs, place }, index) => {
    const common = { name: nameOf(run, object), cat: 'lock', pid, tid: thread, id: `hold ${index}` };
    found.push({ ...common, ph: 'b', ts: microseconds(acquiredMs), args: place === null ? {} : { line: place.line } });
    found.push({ ...common, ph: 'e', ts: microseconds(releasedMs ?? run.process(pid)?.exitedMs ?? run.timeMs) });
  });
  run.messages.forEach((message, index) => found.push(...messageOf(run, message, index)));
  for (const event of events) {
    const instant = instantOf(run, event);
    if (instant !== null) found.push(instant);
  }
  return { traceEvents: found, displayTimeUnit: 'ms', otherData: { producer: 'Spawnpoint' } };
}

function tracksOf(run: RunView, process: ProcessView): readonly ChromeTraceEvent[] {
  const { pid, name, order, spawnedMs, runningMs, exitedMs, exitcode, parentPid } = process;
  const track = { pid, tid: 0 };
  const endMs = exitedMs ?? run.timeMs;
  const found: ChromeTraceEvent[] = [
    { ...track, ph: 'M', name: 'process_name', ts: 0, args: { name } },
    { ...track, ph: 'M', name: 'process_sort_index', ts: 0, args: { sort_index: order } },
    { ...track, ph: 'M', name: 'thread_name', ts: 0, args: { name: 'MainThread' } },
    { ...track, ...lasting(spawnedMs, runningMs ?? endMs), name: 'starting', cat: 'process' },
  ];
  if (runningMs !== null) {
    const args = exitcode === null ? { parent: parentPid } : { parent: parentPid, exitcode };
    found.push({ ...track, ...lasting(runningMs, endMs), name: 'running', cat: 'process', args });
  }
  for (const { thread, name: threadName, startedMs, endedMs } of process.threads) {
    found.push(
      { pid, tid: thread, ph: 'M', name: 'thread_name', ts: 0, args: { name: threadName } },
      { pid, tid: thread, ...lasting(startedMs, endedMs ?? endMs), name: 'running', cat: 'thread' },
    );
  }
  for (const wait of process.waits) found.push(waitOf(run, process, wait, endMs));
  if (run.process(parentPid) !== null) {
    const arrow = { name: 'start', cat: 'process', id: `start ${pid}`, tid: 0 } as const;
    found.push({ ...arrow, ph: 's', pid: parentPid, ts: microseconds(spawnedMs) });
    found.push({ ...arrow, ph: 'f', bp: 'e', pid, ts: microseconds(runningMs ?? spawnedMs) });
  }
  return found;
}

function waitOf(run: RunView, { pid }: ProcessView, wait: WaitView, endMs: number): ChromeTraceEvent {
  const { reason, object, thread, beganMs, endedMs, place } = wait;
  const what = reason === 'join' ? (run.process(object)?.name ?? String(object)) : object === 0 ? '' : nameOf(run, object);
  return {
    ...lasting(beganMs, endedMs ?? endMs),
    name: what === '' ? reason : `${reason} ${what}`,
    cat: 'wait',
    pid,
    tid: thread,
    args: place === null ? {} : { file: place.file, line: place.line },
  };
}

function messageOf(run: RunView, { sent, received, object, bytes }: MessageView, index: number): readonly ChromeTraceEvent[] {
  const common = { name: nameOf(run, object), cat: 'message', args: { bytes } };
  const id = `message ${index}`;
  // An arrow starts and ends in slices, however short.
  const found: ChromeTraceEvent[] = [
    { ...common, ...lasting(sent.timeMs, sent.timeMs), name: `send ${common.name}`, pid: sent.pid, tid: sent.thread },
    { ...common, ph: 's', id, pid: sent.pid, tid: sent.thread, ts: microseconds(sent.timeMs) },
  ];
  if (received === null) return found;
  const { pid, thread: tid, timeMs } = received;
  found.push({ ...common, ...lasting(timeMs, timeMs), name: `receive ${common.name}`, pid, tid });
  found.push({ ...common, ph: 'f', bp: 'e', id, pid, tid, ts: microseconds(timeMs) });
  return found;
}

function instantOf(run: RunView, event: TraceEvent): ChromeTraceEvent | null {
  const { pid, thread: tid, timeMs } = event;
  const common = { pid, tid, ts: microseconds(timeMs) };
  switch (event.type) {
    case 'output/written':
      return { ...common, ph: 'i', s: 't', name: event.stream, cat: 'output', args: { bytes: event.bytes } };
    case 'signal/sent':
      return { ...common, ph: 'i', s: 'p', name: `signal ${event.signal}`, cat: 'signal', args: { sender: event.senderPid } };
    case 'signal/received':
      return { ...common, ph: 'i', s: 't', name: `handles signal ${event.signal}`, cat: 'signal' };
    case 'value/written':
      return {
        ...common,
        ph: 'C',
        name: nameOf(run, event.object),
        cat: 'value',
        id: String(event.object),
        args: { [`[${event.element}]`]: Number.isFinite(event.value) ? event.value : 0 },
      };
    case 'trace/lost':
      return { ...common, ph: 'i', s: 'p', name: `${event.count} events are missing`, cat: 'trace' };
    default:
      return null;
  }
}

function nameOf(run: RunView, object: number): string {
  const known = run.objects.get(run.wholeOf(object));
  return known?.name || known?.kind || 'object';
}

function lasting(fromMs: number, toMs: number): { ph: 'X'; ts: number; dur: number } {
  return { ph: 'X', ts: microseconds(fromMs), dur: Math.max(1, microseconds(toMs) - microseconds(fromMs)) };
}

function microseconds(ms: number): number {
  return Math.round(ms * 1000);
}
