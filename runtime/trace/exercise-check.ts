import type { Answer, Queries, Sentence } from './queries';

/** One run of a learner's program, finished, as a check sees it. */
export interface CheckedRun {
  /** Lines of stdout. */
  readonly stdout: readonly string[];
  readonly stderr: string;
  /** As Python reports it; null when the run had to be stopped. */
  readonly exitcode: number | null;
  readonly queries: Queries;
}

/** What an exercise wants, and the question that finds out. */
export interface Want {
  readonly wanted: Sentence;
  ask(run: CheckedRun): Answer;
}

/** The check of an exercise: it judges what the machine did. */
export interface ExerciseCheck {
  /** How often the program is run; every run has to be right. Default 1. */
  readonly runs?: number;
  readonly wants: readonly Want[];
}

/** What came of one want. */
export interface Verdict {
  readonly wanted: Sentence;
  readonly yes: boolean;
  /** What was seen in the last run, or in the first that was wrong. */
  readonly seen: Sentence;
  /** Which run that was, from 1. */
  readonly run: number;
}

/** Asks everything of every run. */
export function judge({ wants }: ExerciseCheck, runs: readonly CheckedRun[]): readonly Verdict[] {
  return wants.map(({ wanted, ask }) => {
    const answers = runs.map((run) => ask(run));
    const wrong = answers.findIndex(({ yes }) => !yes);
    const at = wrong === -1 ? answers.length - 1 : wrong;
    const { yes = false, seen = { en: 'the program did not run', zh: '程序没有运行' } } = answers[at] ?? {};
    return { wanted, yes, seen, run: at + 1 };
  });
}

/**
 * Runs a program as often as its check wants, or until a run is wrong.
 * @param run - makes one run, given its number from 1.
 */
export async function judgeRuns(check: ExerciseCheck, run: (count: number) => Promise<CheckedRun>): Promise<readonly Verdict[]> {
  const runs: CheckedRun[] = [];
  for (let count = 1; count <= (check.runs ?? 1); count++) {
    const last = await run(count);
    runs.push(last);
    if (check.wants.some(({ ask }) => !ask(last).yes)) break;
  }
  return judge(check, runs);
}

/** What the program printed, as something that was seen. */
export function printed(lines: readonly string[]): Sentence {
  if (lines.length === 0) return { en: 'nothing was printed', zh: '什么也没打印' };
  const text = lines.join(' / ');
  return { en: `it printed “${text}”`, zh: `打印的是“${text}”` };
}

/** Did the program end by itself, and well? Every exercise asks that first. */
export const endsWell: Want = {
  wanted: { en: 'The program ends by itself, without an error.', zh: '程序自己结束，没有出错。' },
  ask: ({ exitcode, stderr, queries }) => {
    if (exitcode === 0 && stderr === '')
      return { yes: true, seen: { en: 'it ended with exit status 0', zh: '它以退出状态 0 结束' } };
    if (exitcode === null) {
      const alive = queries.stillAlive().map(({ name }) => `\`${name}\``);
      return {
        yes: false,
        seen: { en: `it did not end; still there: ${alive.join(', ')}`, zh: `它没有结束，还在的有：${alive.join('、')}` },
      };
    }
    const said = errorIn(stderr);
    const error = said === '' ? { en: '', zh: '' } : { en: `, and said: ${said}`, zh: `，并报告：${said}` };
    return {
      yes: false,
      seen: { en: `it ended with exit status ${exitcode}${error.en}`, zh: `它以退出状态 ${exitcode} 结束${error.zh}` },
    };
  },
};

/** The first sentence of the error that was reported last: in a traceback it begins at the margin, and may go on below. */
function errorIn(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  const start = lines.findLastIndex((line) => /^\S/.test(line));
  const text = lines
    .slice(Math.max(start, 0))
    .map((line) => line.trim())
    .join(' ');
  return text.replace(/ +/g, ' ').replace(/\.(?:\s.*)?$/s, '');
}
