/*
 * What the editor underlines in red, and what it does not. Checked by `tsc -p tsconfig.programs.json` against the same
 * declarations that the editor has: a wrong call that is accepted is an error here, and so is a right one that is not.
 */
import mp, {
  Process,
  activeChildren,
  cpuCount,
  currentProcess,
  getStartMethod,
  parentProcess,
  setStartMethod,
} from 'multiprocessing';
import { ValueError, bytes, input, range } from 'builtins';
import os from 'os';
import sys from 'sys';
import time from 'time';

function none(): void {}
function one(name: string): void {}
function two(name: string, count: number): number {
  return count;
}
function optional(name: string, count?: number): void {}
function many(...names: string[]): void {}
function options(name: string, options: { loud: boolean }): void {}
function perhaps(options: { loud?: boolean } = {}): void {}
async function later(ms: number): Promise<void> {}

export const right = [
  new Process(),
  new Process({}),
  new Process({ target: null }),
  new Process({ target: none }),
  new Process({ target: none, args: [] }),
  new Process({ target: one, args: ['x'] }),
  new Process({ target: two, args: ['x', 1], name: 'w', daemon: true }),
  new Process({ target: two, args: ['x', 1] as const, daemon: null }),
  new Process({ target: optional, args: ['x'] }),
  new Process({ target: optional, args: ['x', 1] }),
  new Process({ target: many }),
  new Process({ target: many, args: ['x', 'y'] }),
  new Process({ target: options, args: ['x'], kwargs: { loud: true } }),
  new Process({ target: options, args: ['x', { loud: true }] }),
  new Process({ target: perhaps, kwargs: { loud: true } }),
  new Process({ target: later, args: [5] }),
  new Process({ target: console.log, args: [1, 'x', null] }),
];

// @ts-expect-error args are missing
new Process({ target: one });
// @ts-expect-error too few
new Process({ target: two, args: ['x'] });
// @ts-expect-error too many
new Process({ target: one, args: ['x', 'y'] });
// @ts-expect-error too many for none
new Process({ target: none, args: [1] });
// @ts-expect-error of the wrong type
new Process({ target: one, args: [1] });
// @ts-expect-error in the wrong order
new Process({ target: two, args: [1, 'x'] });
// @ts-expect-error a text is no list of arguments
new Process({ target: one, args: 'x' });
// @ts-expect-error of the wrong type in the rest
new Process({ target: many, args: ['x', 1] });
// @ts-expect-error kwargs have a wrong name
new Process({ target: options, args: ['x'], kwargs: { quiet: true } });
// @ts-expect-error kwargs have a wrong type
new Process({ target: options, args: ['x'], kwargs: { loud: 'very' } });
// @ts-expect-error kwargs for a function that takes none
new Process({ target: one, args: ['x'], kwargs: { loud: true } });
// @ts-expect-error the result of a call is no target
new Process({ target: two('x', 1), args: [] });
// @ts-expect-error there is no such option
new Process({ tgt: none });
// @ts-expect-error a name is a text
new Process({ name: 5 });
// @ts-expect-error daemon is a boolean
new Process({ daemon: 'yes' });
// @ts-expect-error options are one object
new Process(none);

class Worker extends Process {
  constructor(private readonly count: number) {
    super({ name: 'worker' });
  }
  override run(): void {
    console.log(this.count);
  }
}
const mixed: Process[] = [new Worker(1), new Process({ target: none })];

const worker = new Worker(1);
worker.daemon = true;
worker.name = 'w';
worker.join(0.5);
worker.join(null);
const code: number | null = worker.exitcode;
const pid: number | null = worker.pid;
const alive: boolean = worker.isAlive();
// @ts-expect-error an exit code is not to be set
worker.exitcode = 1;
// @ts-expect-error a time is a number of seconds
worker.join('1');
// @ts-expect-error Python's name
worker.is_alive();
// @ts-expect-error inner things are not for programs
worker._popen;
// @ts-expect-error without a look whether there is one
parentProcess().name;

export const others: [number, string, Process[], boolean] = [cpuCount(), currentProcess().name, mixed, alive];
setStartMethod('spawn');
// @ts-expect-error a browser cannot fork
setStartMethod('fork');
const method: 'spawn' | null = getStartMethod();
const numbers: number[] = range(1, 10, 2);
const text: string = input('? ');
const data: Uint8Array = bytes('x');
time.sleep(0.5);
// @ts-expect-error a time is a number
time.sleep('1');
const ppid: number = os.getppid();
const argv: string[] = sys.argv;
throw new ValueError(String([mp.cpuCount(), activeChildren(), code, pid, method, numbers, text, data, ppid, argv]));
