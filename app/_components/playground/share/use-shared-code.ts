import { useEffect } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import { codeOf } from './code-link';

/** Shows the code of the page's address, now and when it changes. It is never run by that. */
export function useSharedCode(session: PlaygroundSession, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const open = () => {
      const { hash } = window.location;
      if (!hash.includes('code=')) return;
      void codeOf(hash).then((source) => session.openLink(source));
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [session, isOn]);
}
