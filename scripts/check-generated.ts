import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StepFailed, type Step } from './check-step';

/**
 * Wraps a step that generates files: it fails when a file under version control is not what the step makes of it.
 * What was edited before the step, and is left as it was, is no difference.
 */
export function withoutDifference(step: Step): Step {
  return {
    ...step,
    run: async (show) => {
      const before = contents();
      await step.run(show);
      const after = contents();
      const changed = [...after.keys()].filter((file) => before.get(file) !== after.get(file));
      if (changed.length > 0) throw new StepFailed(`these files are generated and were not up to date: ${changed.join(', ')}`);
    },
  };
}

/** The text of every file that git would commit; nothing in a copy without a repository. */
function contents(): Map<string, string> {
  return new Map(
    listed().flatMap((file) =>
      statSync(file, { throwIfNoEntry: false })?.isFile() ? [[file, readFileSync(file, 'latin1')]] : [],
    ),
  );
}

function listed(): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return list.split('\0').filter((file) => file !== '');
  } catch {
    return [];
  }
}
