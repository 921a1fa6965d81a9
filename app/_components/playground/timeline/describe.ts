import type { FoundSpot, Place, TraceEvent } from '@/runtime';
import { firstAfter } from '@/runtime';
import type { Hit } from './hit';
import { exitcodeText, type RunWords, signalName } from './run-words';
import { formatDuration, formatTime } from './time-scale';

/** What is told about a place of the picture. */
export interface Description {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where a click goes. */
  readonly place: Place | null;
}

const TIME_STEP_MS = 0.01;

export function describeHit(hit: Hit, words: RunWords, events: readonly TraceEvent[], endMs: number): Description | null {
  const t = words.words;
  switch (hit.kind) {
    case 'ruler':
      return null;
    case 'message': {
      const { sent, received, bytes, object } = hit.message;
      const to = received === null ? '…' : words.processName(received.pid);
      const took = received === null ? t.notReceived : formatDuration(received.timeMs - sent.timeMs);
      return {
        title: t.message(words.processName(sent.pid), to),
        lines: [t.via(words.bytes(bytes), words.what(object)), took, ...lineOf(sent.place, words)],
        place: sent.place,
      };
    }
    case 'hold': {
      const { object, acquiredMs, releasedMs, place } = hit.hold;
      return {
        title: titleOf(hit, words),
        lines: [t.holds(words.what(object)), span(acquiredMs, releasedMs, endMs, words), ...lineOf(place, words)],
        place,
      };
    }
    case 'lane':
      return describeLane(hit, words, events, endMs);
  }
}

function describeLane(
  hit: Extract<Hit, { kind: 'lane' }>,
  words: RunWords,
  events: readonly TraceEvent[],
  endMs: number,
): Description | null {
  const t = words.words;
  const { process, thread } = hit.lane;
  const title = titleOf(hit, words);
  if (hit.wait !== null) {
    const { beganMs, endedMs, place } = hit.wait;
    return {
      title,
      lines: [words.waitSentence(hit.wait), span(beganMs, endedMs, endMs, words), ...lineOf(place, words)],
      place,
    };
  }
  const spawned = thread?.startedMs ?? process.spawnedMs;
  const running = thread?.startedMs ?? process.runningMs;
  const ended = thread?.endedMs ?? process.exitedMs;
  if (hit.timeMs < spawned) return { title, lines: [], place: null };
  if (ended !== null && hit.timeMs >= ended) {
    const code = process.exitcode === null ? [] : [t.exited(exitcodeText(process.exitcode))];
    return { title, lines: [...code, time(ended)], place: null };
  }
  if (running === null || hit.timeMs < running) {
    return { title, lines: [t.starts, span(spawned, running, endMs, words)], place: null };
  }
  const waits = process.waits.filter((wait) => wait.thread === (thread?.thread ?? 0));
  const before = waits.findLast(({ endedMs }) => endedMs !== null && endedMs <= hit.timeMs)?.endedMs ?? running;
  const after = waits.find(({ beganMs }) => beganMs > hit.timeMs)?.beganMs ?? ended;
  const place = lastPlace(events, process.pid, hit.timeMs);
  return { title, lines: [t.ran, span(before, after, endMs, words), ...lineOf(place, words)], place };
}

/** Where the program of a process was last seen before a moment. */
function lastPlace(events: readonly TraceEvent[], pid: number, timeMs: number): Place | null {
  for (let i = firstAfter(events, timeMs) - 1; i >= 0; i--) {
    const event = events[i];
    if (event?.pid === pid && event.place !== null) return event.place;
  }
  return null;
}

function titleOf({ lane: { process, thread } }: Extract<Hit, { kind: 'lane' | 'hold' }>, { words }: RunWords): string {
  return thread === null ? words.lane(process.name, process.pid) : words.thread(thread.name, process.name);
}

function lineOf(place: Place | null, { words }: RunWords): string[] {
  return place === null ? [] : [words.goToLine(place.line)];
}

function time(timeMs: number): string {
  return formatTime(timeMs, TIME_STEP_MS);
}

function span(fromMs: number, toMs: number | null, endMs: number, { words }: RunWords): string {
  const when = `${time(fromMs)} – ${toMs === null ? '…' : time(toMs)}`;
  return `${formatDuration((toMs ?? endMs) - fromMs)}${words.brackets(when)}`;
}

/** One sentence about what a text speaks of. */
export function describeSpot({ process, wait, message, fromMs, toMs }: FoundSpot, words: RunWords, endMs: number): string {
  const t = words.words;
  const when = span(fromMs, toMs, endMs, words);
  if (message !== null) {
    const to = message.received === null ? '…' : words.processName(message.received.pid);
    return `${t.message(process.name, to)}${t.colon}${t.via(words.bytes(message.bytes), words.what(message.object))}${t.comma}${when}`;
  }
  return `${process.name} ${wait === null ? t.ran : words.waitSentence(wait)}${t.comma}${when}`;
}

/** One sentence about an event, for who goes through them with the keys. */
export function describeEvent(event: TraceEvent, words: RunWords): string {
  const who = words.processName(event.pid);
  const t = words.words;
  const line = event.place === null ? '' : `${t.comma}${t.goToLine(event.place.line)}`;
  return `${formatTime(event.timeMs, TIME_STEP_MS)}${t.colon}${who} ${whatHappened(event, words)}${line}`;
}

function whatHappened(event: TraceEvent, words: RunWords): string {
  const t = words.words;
  switch (event.type) {
    case 'process/spawned':
      return t.events.spawned(words.processName(event.parentPid));
    case 'process/running':
      return t.events.running;
    case 'process/exited':
      return t.exited(exitcodeText(event.exitcode));
    case 'thread/started':
      return t.events.threadStarted(event.name);
    case 'thread/ended':
      return t.events.threadEnded;
    case 'wait/began':
      return words.waitSentence(event);
    case 'wait/ended':
      return t.events.waitEnded(words.waitSentence(event));
    case 'object/made':
    case 'object/joined':
      return t.events.made(words.what(event.object));
    case 'lock/acquired':
      return t.events.acquired(words.what(event.object));
    case 'lock/released':
      return t.events.released(words.what(event.object));
    case 'message/sent':
      return t.sends(words.what(event.object), words.bytes(event.bytes));
    case 'message/received':
      return t.events.received(words.what(event.object), words.bytes(event.bytes));
    case 'value/written':
      return t.events.wrote(words.what(event.object), String(event.value));
    case 'output/written':
      return t.events.output(event.stream, words.bytes(event.bytes));
    case 'signal/sent':
      return t.events.signalSent(signalName(event.signal));
    case 'signal/received':
      return t.events.signalReceived(signalName(event.signal));
    case 'trace/lost':
      return t.events.lost(event.count);
  }
}
