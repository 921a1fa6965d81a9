import { X } from 'lucide-react';
import type { PlaygroundSession } from '../session/playground-session';
import type { CodeNotice, SessionSnapshot } from '../session/session-snapshot';
import type { Words } from '../words';

interface CodeNoticesProps {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
}

/** A line above the code about where it comes from, with the one thing to do about it. */
export function CodeNotices({ session, state, words }: CodeNoticesProps) {
  const t = words.code;
  const offer = state.notice && offerFor(state.notice, session, t);
  return (
    <div role="status">
      {offer && (
        <div className="pg-notice">
          <span>{offer.text}</span>
          <button type="button" className="pg-link" onClick={offer.act}>
            {offer.action}
          </button>
          <button
            type="button"
            className="pg-icon-button"
            aria-label={t.dismiss}
            title={t.dismiss}
            onClick={() => session.dismissNotice()}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      )}
      {state.isUnsaved && <div className="pg-notice is-warning">{t.unsaved}</div>}
    </div>
  );
}

interface Offer {
  readonly text: string;
  readonly action: string;
  act(): void;
}

function offerFor(notice: CodeNotice, session: PlaygroundSession, t: Words['code']): Offer {
  switch (notice.kind) {
    case 'restored':
      return { text: t.restored, action: t.startOver, act: () => session.reset() };
    case 'older-draft':
      return { text: t.olderDraft, action: t.takeOlderDraft, act: () => session.takeOlderDraft() };
    case 'bad-link':
      return { text: t.linkDamaged, action: t.dismiss, act: () => session.dismissNotice() };
    case 'replaced':
      return {
        text: {
          starter: t.resetDone,
          'older-draft': t.olderDraftTaken,
          link: t.linkOpened,
          example: t.exampleOpened,
          removal: t.fileRemoved,
        }[notice.by],
        action: t.undo,
        act: () => session.undoReplace(),
      };
  }
}
