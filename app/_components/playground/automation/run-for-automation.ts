import type { OutputRecord } from '@/runtime';
import { loadPageBox } from '../session/page-runtime';
import { filesOf } from '../session/program-files';
import { ENTRY } from '../session/source-position';
import { type Outcome, outcomeOf } from './outcome';

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

const LONGEST_SECONDS = 60;

/**
 * Runs a program to its end.
 *
 * @param files - the text of the program, with `// @filename: NAME` above each file but the first, or all files by name.
 * @returns what it wrote, how it ended, and everything that happened.
 * @throws CompileError - it cannot run.
 * @throws AbortError - it was stopped by the signal.
 */
export async function runForAutomation(
  files: string | Readonly<Record<string, string>>,
  { input = '', argv, timeout = LONGEST_SECONDS, signal }: AutomationOptions = {},
): Promise<Outcome> {
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
  return outcomeOf(machine, records, { timeout, signal });
}
