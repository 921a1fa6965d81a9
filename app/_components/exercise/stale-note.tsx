import { useSyncExternalStore } from 'react';
import type { PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import type { Messages } from '@/app/_i18n';

interface StaleNoteProps {
  readonly session: PlaygroundSession;
  /** The program that was judged. */
  readonly judged: string;
  readonly words: Messages['exercises'];
}

/** Says that a verdict is about an earlier state of the program. */
export function StaleNote({ session, judged, words }: StaleNoteProps) {
  const isStale = useSyncExternalStore(
    session.subscribe,
    () => session.getSnapshot().source !== judged,
    () => false,
  );
  return isStale && <p className="ex-stale">{words.stale}</p>;
}
