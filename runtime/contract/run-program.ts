import { compile, type SourceFile } from '../compiler';
import type { Box } from '../page/box';
import type { Machine } from '../page/machine';
import type { TraceEvent } from '../trace';
import type { MachineSnapshot, OutputRecord } from '../page/machine-snapshot';

/*
 * Runs a program to its end on the platform the tests run on: Node's threads, or web workers in the box.
 */

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitcode: number | null;
  readonly records: readonly OutputRecord[];
  readonly snapshot: MachineSnapshot;
  /** What happened, in the order of time. */
  readonly trace: readonly TraceEvent[];
}

export interface ProgramOptions {
  readonly argv?: readonly string[];
  /** What is typed; stdin ends after it. Default: nothing. */
  readonly input?: string;
  /** Longest run in seconds; then the machine is stopped and the run rejected. Default 20. */
  readonly timeout?: number;
  readonly memoryBytes?: number;
  /** Called with the running machine, to interrupt it, kill, or stop. */
  readonly during?: (machine: Machine, written: () => string) => void;
}

export async function runProgram(source: string | readonly SourceFile[], options: ProgramOptions = {}): Promise<ProgramRun> {
  const files = typeof source === 'string' ? [{ name: 'main.ts', source }] : source;
  const box = await testBox();
  const records: OutputRecord[] = [];
  const textOf = (stream: string) =>
    records
      .filter((record) => record.stream === stream)
      .map(({ text }) => text)
      .join('');
  const machine = box.run(compile(files), {
    ...(options.argv === undefined ? {} : { argv: options.argv }),
    ...(options.memoryBytes === undefined ? {} : { memoryBytes: options.memoryBytes }),
    onOutput: (batch, done) => {
      records.push(...batch);
      done();
    },
  });
  if (options.input !== undefined) machine.writeInput(options.input);
  if (options.during === undefined) machine.closeInput();
  options.during?.(machine, () => textOf('stdout'));
  const snapshot = await end(machine, options.timeout ?? 20, () => textOf('stdout') + textOf('stderr'));
  // So every program of the lessons, the goldens and the conformance suite is a test of the detector, too.
  if (options.during === undefined && snapshot.notices.some(({ kind }) => kind === 'deadlock')) {
    throw new Error(`A deadlock was reported, and then the program went on to its end:\n${JSON.stringify(snapshot.notices)}`);
  }
  return {
    stdout: textOf('stdout'),
    stderr: textOf('stderr'),
    exitcode: snapshot.exitcode,
    records,
    snapshot,
    trace: machine.trace.events,
  };
}

let shared: Promise<Box> | null = null;

/** One box for all tests of a file, as one page has. */
export function testBox(): Promise<Box> {
  return (shared ??= openBox());
}

async function openBox(): Promise<Box> {
  if (typeof window !== 'undefined') return (await import('../index')).createBox();
  const { createNodeBox } = await import('../platform/node-box');
  return createNodeBox(new URL('../../dist/node/', import.meta.url));
}

function end(machine: Machine, seconds: number, written: () => string): Promise<MachineSnapshot> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const { processes } = machine.getSnapshot();
      const living = processes.filter(({ endedMs }) => endedMs === null).map(({ name }) => name);
      reject(new Error(`Still running after ${seconds} s: ${living.join(', ')}; written so far:\n${written()}`));
      // Afterwards: it tells of the end at once, and that would settle the promise first.
      machine.stop();
    }, seconds * 1000);
    const look = () => {
      const snapshot = machine.getSnapshot();
      if (snapshot.phase === 'starting' || snapshot.phase === 'running') return;
      clearTimeout(timer);
      resolve(snapshot);
    };
    machine.subscribe(look);
    look();
  });
}
