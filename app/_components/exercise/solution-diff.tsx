import { diffLines } from 'diff';
import type { Messages } from '@/app/_i18n';

interface SolutionDiffProps {
  readonly own: string;
  readonly solution: string;
  readonly words: Messages['exercises'];
}

interface Row {
  readonly own: string | null;
  readonly solution: string | null;
}

/** The learner's program and the solution, line beside line. It replaces nothing. */
export function SolutionDiff({ own, solution, words }: SolutionDiffProps) {
  const rows = rowsOf(own, solution);
  if (rows.every((row) => row.own === row.solution)) return <p className="ex-same">{words.same}</p>;
  return (
    <div className="ex-diff" role="region" aria-label={words.solution}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.yours}</th>
            <th scope="col">{words.ours}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const isSame = row.own === row.solution;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
              <tr key={index} className={isSame ? undefined : 'is-different'}>
                <td>
                  {!isSame && row.own !== null && <span className="sr-only">{words.removed}: </span>}
                  <code>{row.own ?? ''}</code>
                </td>
                <td>
                  {!isSame && row.solution !== null && <span className="sr-only">{words.added}: </span>}
                  <code>{row.solution ?? ''}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What was taken out stands beside what was put in. */
function rowsOf(own: string, solution: string): readonly Row[] {
  const rows: Row[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      rows.push({ own: removed[index] ?? null, solution: added[index] ?? null });
    }
    removed = [];
  };
  for (const part of diffLines(own, solution)) {
    const lines = part.value.replace(/\n$/, '').split('\n');
    if (part.removed) removed = lines;
    else if (part.added) flush(lines);
    else {
      flush([]);
      rows.push(...lines.map((line) => ({ own: line, solution: line })));
    }
  }
  flush([]);
  return rows;
}
