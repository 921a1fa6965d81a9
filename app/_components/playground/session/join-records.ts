import type { OutputRecord } from '@/runtime';

/** Records that are further apart stay apart, so that the terminal can tell what was there at a moment. */
const APART_MS = 1;

/** What one process wrote to one stream in a row, as one record: a flood has a record for every line. */
export function joinRecords(records: readonly OutputRecord[]): OutputRecord[] {
  const joined: OutputRecord[] = [];
  let last: OutputRecord | undefined;
  let text = '';
  const close = () => {
    if (last) joined.push({ ...last, text });
  };
  for (const record of records) {
    if (last?.pid === record.pid && last.stream === record.stream && record.timeMs - last.timeMs < APART_MS) {
      text += record.text;
      continue;
    }
    close();
    last = record;
    text = record.text;
  }
  close();
  return joined;
}
