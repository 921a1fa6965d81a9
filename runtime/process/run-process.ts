import { KeyboardInterrupt, SystemExit } from '../errors';
import { Slot, slotBase } from '../memory/layout';
import { current } from './context';
import { settleEventLoop } from './event-loop';
import { runExitHandlers } from './exit-handlers';
import { formatLine } from './format-value';
import { writeOutput } from './stdio';
import { exit, exitBySignal } from './system';
import { framesOf } from './stack';
import { joinThreads } from './threads/scheduler';
import { traceRunning } from './trace';
import { formatExceptionOnly, formatTraceback } from './traceback';

/** What the library does in a child: unpickles the target and runs it. Answers the exit code. */
export type RunChild = (payload: Uint8Array, loadMain: () => void) => number | Promise<number>;

const SIGINT = 2;

/**
 * The life of a process, from its program's first line to its exit status.
 * @param takePayload - null in MainProcess. It raises what a signal that is there already raises.
 */
export async function runProcess(takePayload: (() => Uint8Array) | null, runChild: RunChild): Promise<never> {
  try {
    return await live(takePayload, runChild);
  } catch {
    // Ctrl+C came while it was reporting another end.
    return exitBySignal(SIGINT);
  }
}

async function live(takePayload: (() => Uint8Array) | null, runChild: RunChild): Promise<never> {
  let end = { code: 0, signal: 0 };
  try {
    if (takePayload === null) {
      markBootstrapped();
      current().program.loadEntry(true);
      await settleEventLoop();
    } else {
      const code = await runChild(takePayload(), () => current().program.loadEntry(false));
      end = { code, signal: 0 };
    }
  } catch (error) {
    end = endOf(error);
  }
  joinThreads();
  runExitHandlers((error, handler) => {
    const { program } = current();
    writeOutput('stderr', `Exception ignored in atexit callback: ${handler}\n`);
    const isOfProgram = framesOf(error, program).length > 0;
    writeOutput('stderr', isOfProgram ? formatTraceback(error, program) : `${formatExceptionOnly(error, program)}\n`);
  });
  if (end.signal !== 0) exitBySignal(end.signal);
  exit(end.code);
}

/** The target is about to run: whatever happens now is no longer a missing main guard. */
export function markBootstrapped(): void {
  const { memory, slot } = current();
  memory.store(slotBase(slot) + Slot.bootstrapped, 1);
  traceRunning();
}

/** The exit code of `sys.exit(value)`; a value that is neither a number nor empty goes to stderr. */
export function exitCodeOf({ code }: SystemExit): number {
  if (code === null || code === undefined) return 0;
  if (typeof code === 'boolean') return code ? 1 : 0;
  if (typeof code === 'bigint') return Number(BigInt.asUintN(8, code));
  if (typeof code === 'number' && Number.isInteger(code)) return code & 0xff;
  writeOutput('stderr', `${formatLine([code])}\n`);
  return 1;
}

/**
 * Prints a traceback to stderr.
 * @param isAside - it happened in what CPython has a thread for: what the program does meanwhile is not shown.
 */
export function reportError(error: unknown, isAside = false): void {
  const { program } = current();
  writeOutput('stderr', formatTraceback(error, program, isAside ? framesOf(new Error(), program).length : 0));
}

function endOf(error: unknown): { code: number; signal: number } {
  if (error instanceof SystemExit) return { code: exitCodeOf(error), signal: 0 };
  reportError(error);
  // Python dies of the very signal, so that a shell knows the program was interrupted.
  return error instanceof KeyboardInterrupt ? { code: 1, signal: SIGINT } : { code: 1, signal: 0 };
}
