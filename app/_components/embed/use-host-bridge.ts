import { type RefObject, useEffect, useState } from 'react';
import type { PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import type { EmbedSession } from './use-embed-session';

interface HostBridgeOptions extends Pick<EmbedSession, 'onOutput'> {
  readonly card: RefObject<HTMLElement | null>;
  readonly session: PlaygroundSession;
  readonly isIsolated: boolean;
}

/** Talks with the page around, if there is one. @returns whether that asks the reader to run the program. */
export function useHostBridge({ card, session, isIsolated, onOutput }: HostBridgeOptions): boolean {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (window.parent === window) return undefined;
    let bridge: { dispose(): void } | undefined;
    let isGone = false;
    import('./host-bridge').then(
      ({ HostBridge }) => {
        if (isGone || !card.current) return;
        bridge = new HostBridge({ card: card.current, session, isIsolated, onOutput, onAsked: setAsked });
      },
      () => undefined, // without it the embed works, and the page around shows its own code block
    );
    return () => {
      isGone = true;
      bridge?.dispose();
    };
  }, [card, session, isIsolated, onOutput]);
  return isAsked;
}
