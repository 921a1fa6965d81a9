import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import { hasDeadlock, isRunning, type SessionSnapshot } from '../session/session-snapshot';
import type { SourcePosition } from '../session/source-position';
import type { Words } from '../words';
import type { Past } from './timeline-view';
import './timeline.css';

interface TimelinePaneProps {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
  readonly isOpenAtFirst: boolean;
  onPosition(position: SourcePosition): void;
  onPast(past: Past | null): void;
}

const TimelineView = lazy(() => import('./timeline-view').then((module) => ({ default: module.TimelineView })));

/** The third surface of the card, under editor and terminal. What draws it is fetched with the first run that is shown. */
export function TimelinePane({ session, state, words, isOpenAtFirst, onPosition, onPast }: TimelinePaneProps) {
  const t = words.timeline;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();
  const { trace } = session;
  return (
    <section className={isOpen ? 'tl is-open' : 'tl'} aria-label={t.title}>
      <div className="tl-head">
        <button
          type="button"
          className="tl-toggle"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown size={14} aria-hidden="true" />
          {t.title}
        </button>
      </div>
      <div id={bodyId} className="tl-body" hidden={!isOpen}>
        {trace === null ? (
          <p className="tl-empty">{t.empty}</p>
        ) : (
          isOpen && (
            <Suspense fallback={<p className="tl-empty">{t.loading}</p>}>
              <TimelineView
                trace={trace}
                isLive={state.run.phase === 'machine' && isRunning(state.run)}
                isStuck={hasDeadlock(state.run)}
                words={t}
                onPlace={onPosition}
                onPast={onPast}
                onSignal={(pid, signal) => session.kill(pid, signal)}
              />
            </Suspense>
          )
        )}
      </div>
    </section>
  );
}
