import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftStorage } from './session/draft-storage';
import { pageFrames } from './session/output-pump';
import { loadPageRuntime } from './session/page-runtime';
import { PlaygroundSession } from './session/playground-session';
import type { SessionSnapshot } from './session/session-snapshot';

/** The session of a playground that is on the page; leaving the page ends its machine. */
export function usePlaygroundSession(programId: string, starter: string): [PlaygroundSession, SessionSnapshot] {
  const [session] = useState(
    () =>
      new PlaygroundSession({
        starter,
        drafts: new DraftStorage(() => window.localStorage, programId, starter),
        loadRuntime: loadPageRuntime,
        frames: pageFrames,
      }),
  );
  useEffect(() => {
    session.restore();
    const leave = () => {
      session.flush();
      session.stop();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [session]);
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
  return [session, snapshot];
}
