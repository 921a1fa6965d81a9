import type { ExerciseCheck, Verdict } from '@/runtime';
import { runForAutomation } from '@/app/_components/playground/automation/run-for-automation';

/** Runs a program as often as its check wants, and asks it. */
export async function runCheck(
  check: ExerciseCheck,
  source: string,
  seconds: number,
  onRun: (run: number, runs: number) => void,
): Promise<readonly Verdict[]> {
  const { judge, Queries } = await import('@/runtime');
  const runs = check.runs ?? 1;
  const seen = [];
  for (let run = 1; run <= runs; run++) {
    onRun(run, runs);
    const { stdout, stderr, exitcode, trace } = await runForAutomation(source, { timeout: seconds });
    seen.push({ stdout: stdout.split('\n').slice(0, -1), stderr, exitcode, queries: new Queries(trace) });
  }
  return judge(check, seen);
}
