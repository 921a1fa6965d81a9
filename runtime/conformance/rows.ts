import rows from './rows.json';

/*
 * The tests of CPython's own suite for multiprocessing that hold here, by its class and method. A class is an area file of
 * `cpython/`, a method a function in it; the class also says whether it is about processes, threads or a manager.
 */

export type Variant = 'processes' | 'threads' | 'manager';

export interface Row {
  /** `Class.method`, as CPython's test runner has it. */
  readonly name: string;
  readonly testClass: string;
  readonly variant: Variant;
  /** The file of `cpython/`, without extension. */
  readonly area: string;
  /** What it exports for this row. */
  readonly testFunction: string;
  /** What differs from CPython's own because of what cannot be the same here. */
  readonly note: string;
}

export const conformanceRows: readonly Row[] = rows.map(([testClass = '', method = '', note = '']) => ({
  name: `${testClass}.${method}`,
  testClass,
  variant: variantOf(testClass),
  area: areaOf(testClass),
  testFunction: functionOf(method),
  note,
}));

function variantOf(testClass: string): Variant {
  if (testClass.startsWith('WithThreads')) return 'threads';
  return testClass.startsWith('WithManager') ? 'manager' : 'processes';
}

/** `WithProcessesTestSimpleQueue` is `simple-queue`. */
export function areaOf(testClass: string): string {
  return testClass
    .replace(/^(?:With(?:Processes|Threads|Manager)|_)?Test|Test(?:Case)?$/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** `test_map_chunksize` is `testMapChunksize`. */
export function functionOf(method: string): string {
  const [first = '', ...words] = method.split('_').filter((word) => word !== '');
  return first + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
