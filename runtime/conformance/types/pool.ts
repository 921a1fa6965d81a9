/* What the editor underlines in red of pools and executors, and what it does not; see `process.ts`. */
import { ProcessPoolExecutor, asCompleted, wait } from 'concurrent/futures';
import { Pool } from 'multiprocessing';

function square(n: number): number {
  return n * n;
}
function add(a: number, b: number): number {
  return a + b;
}
function label(n: number, options: { unit: string }): string {
  return `${n} ${options.unit}`;
}
async function later(n: number): Promise<string> {
  return String(n);
}
function none(): boolean {
  return true;
}

const pool = new Pool(2);

export const right = {
  number: pool.apply(square, [2]) satisfies number,
  text: pool.apply(later, [2]) satisfies string,
  flag: pool.apply(none) satisfies boolean,
  keyword: pool.apply(label, [2], { unit: 'm' }) satisfies string,
  numbers: pool.map(square, [1, 2]) satisfies number[],
  texts: pool.map(later, new Set([1])) satisfies string[],
  sums: pool.starmap(add, [[1, 2]]) satisfies number[],
  async: pool.applyAsync(square, [2], {}, { callback: (n) => n.toFixed() }).get(5) satisfies number,
  mapped: pool.mapAsync(square, [2], null, { errorCallback: console.error }).get() satisfies number[],
  next: pool.imap(square, [1], 2).next(0.5).value satisfies number | undefined,
  options: new Pool({ processes: 2, initializer: add, initargs: [1, 2], maxtasksperchild: 3 }),
};

// @ts-expect-error arguments are missing
pool.apply(square);
// @ts-expect-error too many
pool.apply(square, [1, 2]);
// @ts-expect-error of the wrong type
pool.apply(square, ['1']);
// @ts-expect-error items of the wrong type
pool.map(square, ['1']);
// @ts-expect-error a number cannot be iterated
pool.map(square, 5);
// @ts-expect-error too few arguments in an item
pool.starmap(add, [[1]]);
// @ts-expect-error a wrong keyword
pool.apply(label, [2], { size: 1 });
// @ts-expect-error a callback that takes something else
pool.applyAsync(square, [2], {}, { callback: (text: string) => text });
// @ts-expect-error there is no such option
new Pool({ workers: 2 });
// @ts-expect-error a text is no number
pool.apply(square, [2]) satisfies string;

const executor = new ProcessPoolExecutor({ maxWorkers: 2 });
const future = executor.submit(add, 1, 2);

export const rightToo = {
  number: future.result(1) satisfies number,
  text: executor.submit(later, 1).result() satisfies string,
  sums: [...executor.map(add, [1], [2], { chunksize: 2 })] satisfies number[],
  done: wait([future], { timeout: 1, returnWhen: 'FIRST_COMPLETED' }).done satisfies Set<typeof future>,
  first: asCompleted([future]).next().value satisfies typeof future | undefined,
};

// @ts-expect-error an argument is missing
executor.submit(add, 1);
// @ts-expect-error of the wrong type
executor.submit(square, '1');
// @ts-expect-error one iterable is missing
executor.map(add, [1]);
// @ts-expect-error no such condition
wait([future], { returnWhen: 'ANY' });
