import type { ExerciseCheck, Verdict } from '@/runtime';
import { runForAutomation } from '@/app/_components/playground/automation/run-for-automation';

export interface CheckOptions {
  /** Longest run in seconds. */
  readonly seconds: number;
  /** Ends the check, and the run that is under way. */
  readonly signal: AbortSignal;
  readonly onRun: (run: number, runs: number) => void;
}

/**
 * Runs a program as often as its check wants, and asks it.
 * @throws the signal's reason - it was aborted.
 */
export async function runCheck(
  check: ExerciseCheck,
  source: string,
  { seconds, signal, onRun }: CheckOptions,
): Promise<readonly Verdict[]> {
  const { judgeRuns, Queries } = await import('@/runtime');
  return judgeRuns(check, async (run) => {
    onRun(run, check.runs ?? 1);
    const { stdout, stderr, exitcode, trace } = await runForAutomation(source, { timeout: seconds, signal });
    signal.throwIfAborted();
    return { stdout: stdout.split('\n').slice(0, -1), stderr, exitcode, queries: new Queries(trace) };
  });
}
