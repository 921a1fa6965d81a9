import type { OutputRecord } from '@/runtime';
import { SCROLLBACK_LINES } from './terminal-port';

/** More rows than any screen has. */
const MOST_ROWS = 200;
export const LINES_SEEN = SCROLLBACK_LINES + MOST_ROWS;

/** Whatever may do more than go on, or to the next line: colours, the cursor, the charset. */
const CONTROLS = /[\x0b\x0c\x0e-\x1f\x7f-\x9f]/u;

/**
 * Leaves out lines that would scroll out of the terminal before anybody saw them, when a program prints faster than
 * a screen can show. What the terminal holds in the end is the same.
 */
export function skipUnseenLines(records: readonly OutputRecord[]): readonly OutputRecord[] {
  let lines = 0;
  for (let i = records.length - 1; i >= 0; i--) {
    const record = records[i];
    if (!record || CONTROLS.test(record.text)) break;
    const { text } = record;
    for (let at = text.lastIndexOf('\n'); at !== -1; at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1)) {
      if (++lines <= LINES_SEEN) continue;
      const lasting = lastingBefore(records, i);
      if (lasting > i) return records;
      return [...records.slice(0, lasting), { ...record, text: text.slice(at + 1) }, ...records.slice(i + 1)];
    }
  }
  return records;
}

/** How many of the records before `end` still tell afterwards: up to the last control, which may go on in one more. */
function lastingBefore(records: readonly OutputRecord[], end: number): number {
  const last = records.findLastIndex(({ text }, i) => i < end && CONTROLS.test(text));
  return last === -1 ? 0 : last + 2;
}
