import type { ExerciseCheck, OutputRecord, Verdict } from '@/runtime';
import { type Outcome, outcomeOf } from '@/app/_components/playground/automation/outcome';
import type { PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import { hasDeadlock } from '@/app/_components/playground/session/session-snapshot';

export interface CheckOptions {
  /** Longest run in seconds. */
  readonly seconds: number;
  /** Ends the check, and the run that is under way. */
  readonly signal: AbortSignal;
  readonly onRun: (run: number, runs: number) => void;
}

/**
 * Runs the reader's program as often as its check wants, where the reader sees it, and asks what became of it.
 * @throws AbortError - the check or the run was stopped.
 * @throws Error - the program did not start; the session's snapshot tells why.
 */
export async function runCheck(
  check: ExerciseCheck,
  session: PlaygroundSession,
  { seconds, signal, onRun }: CheckOptions,
): Promise<readonly Verdict[]> {
  const { judgeRuns, Queries } = await import('@/runtime');
  const stop = () => session.stop();
  signal.addEventListener('abort', stop);
  try {
    return await judgeRuns(check, async (run) => {
      signal.throwIfAborted();
      onRun(run, check.runs ?? 1);
      const { stdout, stderr, exitcode, trace } = await runOnce(session, seconds);
      return { stdout: stdout.split('\n').slice(0, -1), stderr, exitcode, queries: new Queries(trace) };
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function runOnce(session: PlaygroundSession, seconds: number): Promise<Outcome> {
  const records: OutputRecord[] = [];
  const machine = await session.run((batch) => records.push(...batch));
  if (machine === null) {
    const { phase } = session.getSnapshot().run;
    if (phase === 'compile-failed' || phase === 'load-failed') throw new Error('The program did not start.');
    throw new DOMException('The run was stopped.', 'AbortError');
  }
  machine.closeInput();
  // A deadlock lasts, and there it can be looked at.
  return outcomeOf(machine, records, { timeout: seconds, isOver: (now) => hasDeadlock({ phase: 'machine', machine: now }) });
}
