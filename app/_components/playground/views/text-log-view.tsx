import { useSyncExternalStore } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import type { Words } from '../words';

interface TextLogViewProps {
  readonly session: PlaygroundSession;
  readonly words: Words;
  /** Shown in the terminal's place when that did not load. */
  readonly isVisible: boolean;
}

export function TextLogView({ session, words, isVisible }: TextLogViewProps) {
  const { subscribe, getSnapshot } = session.log;
  const lines = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  const t = words.terminal;
  return (
    <div
      className={isVisible ? 'pg-log' : 'pg-sr'}
      role="log"
      aria-live="polite"
      aria-label={t.log}
      tabIndex={isVisible ? 0 : undefined}
    >
      {lines.map(({ id, pid, isError, text }) => (
        <div key={id}>{(isError ? t.spokenError : t.spoken)(authorOf(session, pid, words), text)}</div>
      ))}
    </div>
  );
}

/** `indexer · pid 4102` */
export function authorOf(session: PlaygroundSession, pid: number, words: Words): string {
  const t = words.terminal;
  if (pid === 0) return t.compiler;
  const process = session.process(pid);
  return process ? t.author(process.name, pid) : t.unknownAuthor(pid);
}
