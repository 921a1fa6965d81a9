import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareOutput } from '@/content/compare-output';
import { lessonFolders, programPath, readLesson } from '@/content/lesson-files';
import type { CompareRule } from '@/content/lesson-schema';
import { formatRecording, parseRecording, type Recording } from '@/content/recording';
import buildRuntime from './build-before-tests';
import { formatRun, recordRun } from './record/record-run';
import { pythonVersion, recordPython } from './record/run-python';

const usage = `npm run record -- [--check] [--runs N] [--traces] [LESSON/PROGRAM …]

Runs the lessons' Python originals and writes what they print to programs/NAME.out; then runs the programs themselves and
writes what they did, and when, to programs/NAME.run.json, for browsers that cannot run them.
Words select programs whose LESSON/PROGRAM contains them; without any, all are recorded.
  --runs N   run each program N times and refuse one whose runs differ (default 2)
  --check    write nothing; fail when a run differs from the recording on disk
  --traces   only the second part, which needs no Python`;

// CPython needs seconds for what takes the browser tenths.
const pythonSeconds = 120;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    traces: { type: 'boolean', default: false },
    runs: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const originals = values.traces ? 0 : await recordAll(Number(values.runs), values.check, positionals);
  const traces = values.check ? 0 : await recordTraces(positionals);
  process.exitCode = originals + traces === 0 ? 0 : 1;
}

async function recordTraces(words: readonly string[]): Promise<number> {
  buildRuntime();
  let failures = 0;
  for (const folder of lessonFolders(join(import.meta.dirname, '../content/lessons'))) {
    for (const [program, { seconds, beside }] of Object.entries(readLesson(folder, 'en').frontmatter.programs)) {
      if (beside !== undefined) continue; // A recorded run is of one machine.
      const label = `${folder.name}/${program}`;
      if (words.length > 0 && !words.some((word) => label.includes(word))) continue;
      try {
        const run = await recordRun(readFileSync(programPath(folder, program, 'ts'), 'utf8'), seconds);
        writeFileSync(programPath(folder, program, 'run.json'), formatRun(run));
        console.log(`✓ ${label}, ${run.tookMs} ms`);
      } catch (error) {
        failures++;
        console.error(`✕ ${label}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return failures;
}

async function recordAll(runs: number, check: boolean, words: readonly string[]): Promise<number> {
  const version = pythonVersion();
  let failures = 0;
  for (const folder of lessonFolders(join(import.meta.dirname, '../content/lessons'))) {
    for (const [program, rule] of Object.entries(readLesson(folder, 'en').frontmatter.programs)) {
      const label = `${folder.name}/${program}`;
      if (words.length > 0 && !words.some((word) => label.includes(word))) continue;
      const out = programPath(folder, program, 'out');
      const standing = check ? parseRecording(readFileSync(out, 'utf8')) : null;
      try {
        const beside = rule.beside === undefined ? null : programPath(folder, rule.beside, 'py');
        const recording = await recordStable(programPath(folder, program, 'py'), beside, version, rule, runs, standing);
        if (!check) writeFileSync(out, formatRecording(recording));
        console.log(`✓ ${label}`);
      } catch (error) {
        failures++;
        console.error(`✕ ${label}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return failures === 0 ? 0 : 1;
}

/**
 * Records a program and requires that all its runs agree by the rule that its TypeScript will be held to.
 * @param beside - the program of another machine that it works with.
 */
async function recordStable(
  file: string,
  beside: string | null,
  version: string,
  rule: CompareRule,
  runs: number,
  standing: Recording | null,
): Promise<Recording> {
  let recording = standing;
  for (let run = 1; run <= runs; run++) {
    const others = beside === null ? [] : [recordPython(beside, version, pythonSeconds)];
    const [again] = await Promise.all([recordPython(file, version, pythonSeconds), ...others]);
    recording ??= again;
    const comparison = compareOutput(recording, asRun(again), rule);
    if (!comparison.ok) throw new Error(`run ${run} differs\n${comparison.difference}`);
  }
  if (recording === null) throw new Error(`Cannot record in so many runs: ${runs}`);
  return recording;
}

function asRun({ stdout, stderr, exit }: Recording) {
  // The placeholders become numbers again: the comparison expects real pids.
  const text = (lines: string[]) => lines.map((line) => `${line.replace(/<PID(\d+)>/g, '9000$1')}\n`).join('');
  return { stdout: text(stdout), stderr: text(stderr), exitcode: exit };
}
