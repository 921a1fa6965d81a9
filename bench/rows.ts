/** A quantity that is measured. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 's' | '/s' | '×' | 'fps' | 'MB' | '%';
  /** What it has to reach in Chromium: `≤ 5` or `≥ 50`. */
  readonly goal: string;
}

/** The table of `docs/performance.md`, in its order. The programs and the libraries' scripts report under these names. */
export const rows: readonly Row[] = [
  { id: 'start', what: 'process start + join, warm', unit: 'ms', goal: '≤ 3' },
  { id: 'apply', what: '`pool.apply`', unit: '/s', goal: '≥ 25000' },
  { id: 'map', what: '`pool.map` of 10,000 trivial items', unit: 'ms', goal: '≤ 3.5' },
  { id: 'map1', what: '… with chunksize 1', unit: 'ms', goal: '≤ 120' },
  { id: 'megabyte', what: '1 MB array by Pipe, there and back', unit: 'ms', goal: '≤ 4' },
  { id: 'objects', what: 'small objects by Pipe, there and back', unit: '/s', goal: '≥ 40000' },
  { id: 'queue', what: 'Queue, items', unit: '/s', goal: '≥ 150000' },
  { id: 'lock', what: 'Lock, acquire + release', unit: '/s', goal: '≥ 10000000' },
  { id: 'value', what: '`value += 1` under its lock, 2 processes', unit: '/s', goal: '≥ 8000000' },
  { id: 'get', what: "a manager's dict, get", unit: '/s', goal: '≥ 35000' },
  { id: 'set', what: "a manager's dict, set", unit: '/s', goal: '≥ 35000' },
  { id: 'speedup', what: 'speed-up of computing on 2 cores', unit: '×', goal: '≥ 1.9' },
  { id: 'first', what: 'first line after Run, cold page', unit: 'ms', goal: '≤ 400' },
  { id: 'million', what: 'a million lines on screen', unit: 's', goal: '≤ 10' },
  { id: 'frames', what: '… frames a second meanwhile', unit: 'fps', goal: '≥ 50' },
  { id: 'growth', what: '… growth of the page', unit: 'MB', goal: '≤ 40' },
];
