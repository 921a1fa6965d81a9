import { Check, X } from 'lucide-react';
import type { Messages } from '@/app/_i18n';
import type { Language } from '@/content/lesson-schema';
import type { Verdict } from '@/runtime';
import { PlainText } from './plain-text';

interface VerdictListProps {
  readonly verdicts: readonly Verdict[];
  /** How often the program was run. */
  readonly runs: number;
  readonly lang: Language;
  readonly words: Messages['exercises'];
}

/** What was wanted, and what was seen. */
export function VerdictList({ verdicts, runs, lang, words }: VerdictListProps) {
  const wrong = verdicts.filter(({ yes }) => !yes).length;
  return (
    <div className="ex-results">
      <p className={wrong === 0 ? 'ex-passed' : 'ex-failed'}>{wrong === 0 ? words.passed : words.failed(wrong)}</p>
      <ul>
        {verdicts.map(({ wanted, yes, seen, run }) => (
          <li key={wanted.en} data-yes={yes}>
            {yes ? <Check size={15} role="img" aria-label={words.yes} /> : <X size={15} role="img" aria-label={words.no} />}
            <span>
              <PlainText text={wanted[lang]} />{' '}
              <span className="ex-seen">
                <PlainText text={!yes && runs > 1 ? words.seenInRun(seen[lang], run) : words.seen(seen[lang])} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
