import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftStorage } from '@/app/_components/playground/session/draft-storage';
import { pageFrames } from '@/app/_components/playground/session/output-pump';
import { loadPageRuntime } from '@/app/_components/playground/session/page-runtime';
import { PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import type { SessionSnapshot } from '@/app/_components/playground/session/session-snapshot';
import type { OutputRecord } from '@/runtime';
import { forgetfulStorage } from './forgetful-storage';

export interface EmbedSession {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  /** Hears what programs write, before it is on screen. */
  onOutput(listener: (records: readonly OutputRecord[]) => void): () => void;
}

/** The session of an embed: it keeps no code, and what programs write can be heard. */
export function useEmbedSession(programId: string, starter: string): EmbedSession {
  const [{ session, onOutput }] = useState(() => createSession(programId, starter));
  useEffect(() => {
    const stop = () => session.stop();
    window.addEventListener('pagehide', stop);
    return () => {
      window.removeEventListener('pagehide', stop);
      stop();
    };
  }, [session]);
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
  return { session, state, onOutput };
}

function createSession(programId: string, starter: string): Omit<EmbedSession, 'state'> {
  const listeners = new Set<(records: readonly OutputRecord[]) => void>();
  const storage = forgetfulStorage();
  const session = new PlaygroundSession({
    starter,
    drafts: new DraftStorage(() => storage, programId, starter),
    frames: pageFrames,
    loadRuntime: async () => {
      const { box, ...runtime } = await loadPageRuntime();
      return {
        ...runtime,
        box: {
          warm: () => box.warm(),
          run: (image, options) =>
            box.run(image, {
              ...options,
              onOutput: (records, done) => {
                for (const listener of listeners) listener(records);
                options.onOutput(records, done);
              },
            }),
        },
      };
    },
  });
  return {
    session,
    onOutput: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
