import type { RunState } from '../session/session-snapshot';
import type { Words } from '../words';

/** What went wrong with the machine itself, in plain words, and what to do next. */
export function FailureList({ run, words }: { run: RunState; words: Words }) {
  const t = words.failure;
  const items =
    run.phase === 'load-failed'
      ? [{ key: 'load-failed', ...t.loadFailed, detail: '' }]
      : run.phase === 'machine'
        ? run.machine.notices.flatMap(({ kind, text }, i) =>
            // Explained in its own place, with names and lines.
            kind === 'deadlock' ? [] : [{ key: `${kind} ${i}`, ...t[kind], detail: text }],
          )
        : [];
  return (
    <div className="pg-failures" role="alert" aria-label={t.label}>
      {items.map(({ key, title, next, detail }) => (
        <div key={key} className="pg-failure">
          <strong>{title}</strong>
          <p>{next}</p>
          {detail !== '' && (
            <details>
              <summary>{t.details}</summary>
              <pre lang="en">{detail}</pre>
            </details>
          )}
        </div>
      ))}
    </div>
  );
}
