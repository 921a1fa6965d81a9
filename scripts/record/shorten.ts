import type { RecordedEvent } from '@/app/_lessons/recorded-run';

/** A wait that takes a smaller part of the run than this cannot be seen in its picture. */
const LEAST_PART = 1 / 200;

/**
 * The beginning of a long run; and of what follows, how processes began and ended, the long waits, and what became of the waits and
 * messages of the beginning. Says how much is missing.
 */
export function shorten(events: readonly RecordedEvent[], most: number): readonly RecordedEvent[] {
  const [beginning, rest] = [events.slice(0, most), events.slice(most)];
  const first = rest[0];
  if (first === undefined) return events;
  const kept = new Set([...beginning, ...rest.filter(({ type }) => type.startsWith('process/'))]);
  keepWaits(events, kept);
  keepArrivals(events, kept);
  const seen = rest.filter((event) => kept.has(event));
  const { timeMs, pid } = first;
  const lost: RecordedEvent = { type: 'trace/lost', count: rest.length - seen.length, timeMs, pid, thread: 0, place: null };
  return [...beginning, lost, ...seen];
}

function keepWaits(events: readonly RecordedEvent[], kept: Set<RecordedEvent>): void {
  const shortest = (events.at(-1)?.timeMs ?? 0) * LEAST_PART;
  const open = new Map<string, RecordedEvent>();
  for (const event of events) {
    const sleeper = `${event.pid} ${event.thread}`;
    if (event.type === 'wait/began') open.set(sleeper, event);
    const began = open.get(sleeper);
    if (event.type !== 'wait/ended' || began === undefined) continue;
    open.delete(sleeper);
    if (kept.has(began) || event.timeMs - began.timeMs >= shortest) kept.add(began).add(event);
  }
}

function keepArrivals(events: readonly RecordedEvent[], kept: Set<RecordedEvent>): void {
  const sent = new Set<string>();
  for (const event of events) {
    if (event.type === 'message/sent' && kept.has(event)) sent.add(`${event.object} ${event.position}`);
    if (event.type === 'message/received' && sent.has(`${event.object} ${event.position}`)) kept.add(event);
  }
}
