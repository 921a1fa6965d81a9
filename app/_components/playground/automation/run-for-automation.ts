import type { MachineSnapshot, OutputRecord, TraceEvent } from '@/runtime';
import { loadPageBox } from '../session/page-runtime';
import { filesOf } from '../session/program-files';
import { ENTRY } from '../session/source-position';

export interface AutomationOptions {
  /** What is typed; stdin ends after it. Default: nothing. */
  readonly input?: string;
  /** `sys.argv`; default: the name of the entry. */
  readonly argv?: readonly string[];
  /** Longest run in seconds; then the machine is stopped. Default 60. */
  readonly timeout?: number;
  /** Stops the machine when it is aborted. */
  readonly signal?: AbortSignal;
}

export interface AutomationResult {
  readonly stdout: string;
  readonly stderr: string;
  /** As Python reports it; null when the machine was stopped or broke. */
  readonly exitcode: number | null;
  readonly trace: readonly TraceEvent[];
}

const LONGEST_SECONDS = 60;

/**
 * Runs a program to its end.
 *
 * @param files - the text of the program, with `// @filename: NAME` above each file but the first, or all files by name.
 * @returns what it wrote, how it ended, and everything that happened.
 * @throws CompileError - it cannot run.
 */
export async function runForAutomation(
  files: string | Readonly<Record<string, string>>,
  { input = '', argv, timeout = LONGEST_SECONDS, signal }: AutomationOptions = {},
): Promise<AutomationResult> {
  const sources = typeof files === 'string' ? filesOf(files) : Object.entries(files).map(([name, source]) => ({ name, source }));
  const [box, { compile }] = await Promise.all([loadPageBox(), import('@/runtime/compiler')]);
  const image = compile(sources, ENTRY);
  const records: OutputRecord[] = [];
  const machine = box.run(image, {
    ...(argv === undefined ? {} : { argv }),
    onOutput: (batch, done) => {
      records.push(...batch);
      done();
    },
  });
  if (input !== '') machine.writeInput(input);
  machine.closeInput();
  const stop = () => machine.stop();
  const timer = setTimeout(stop, timeout * 1000);
  signal?.addEventListener('abort', stop);
  // Aborted while the compiler was still on its way.
  if (signal?.aborted === true) stop();
  const { exitcode } = await ended(machine);
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  const textOf = (stream: OutputRecord['stream']) =>
    records
      .filter((record) => record.stream === stream)
      .map(({ text }) => text)
      .join('');
  return { stdout: textOf('stdout'), stderr: textOf('stderr'), exitcode, trace: machine.trace.events };
}

interface Running {
  subscribe(listener: () => void): () => void;
  getSnapshot(): MachineSnapshot;
}

function ended(machine: Running): Promise<MachineSnapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const snapshot = machine.getSnapshot();
      if (snapshot.phase !== 'starting' && snapshot.phase !== 'running') resolve(snapshot);
    };
    machine.subscribe(look);
    look();
  });
}
