import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Spot } from '@/runtime';
import type { PlaygroundSession } from '../session/playground-session';
import { hasDeadlock, isRunning, type SessionSnapshot } from '../session/session-snapshot';
import type { SourcePosition } from '../session/source-position';
import type { Words } from '../words';
import { whenAskedToSee } from './spot-event';
import type { Past } from './timeline-view';

interface TimelinePaneProps {
  readonly programId: string;
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
  readonly isOpenAtFirst: boolean;
  /** Whether a switch shows it; null: there is none, and the reader folds it. */
  readonly isShown?: boolean | null;
  onPosition(position: SourcePosition): void;
  onPast(past: Past | null): void;
}

const TimelineView = lazy(() => import('./timeline-view').then((module) => ({ default: module.TimelineView })));

/** The third surface of the card, under editor and terminal. What draws it is fetched with the first run that is shown. */
export function TimelinePane({
  programId,
  session,
  state,
  words,
  isOpenAtFirst,
  isShown = null,
  onPosition,
  onPast,
}: TimelinePaneProps) {
  const t = words.timeline;
  const [chosen, choose] = useState<boolean | null>(null);
  const isNarrow = useIsNarrow();
  // A phone shows code, output and Run of an embed at once; the picture is a tap away.
  const isOpen = isShown ?? chosen ?? (isOpenAtFirst && !isNarrow);
  const bodyId = useId();
  const { trace } = session;
  const pane = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(
    () =>
      whenAskedToSee(programId, (asked) => {
        choose(true);
        setSpot({ ...asked });
      }),
    [programId],
  );
  useEffect(() => {
    if (spot === null) return;
    // Run comes before there is something to see; then the ring appears by itself.
    const run = session.trace === null ? pane.current?.closest('.pg')?.querySelector<HTMLElement>('.pg-run') : null;
    run?.focus({ preventScroll: true });
    pane.current?.scrollIntoView({ block: run ? 'end' : 'center' });
  }, [spot, session]);
  return (
    <div
      ref={pane}
      role="group"
      className={`tl${isOpen ? ' is-open' : ''}${(isShown ?? chosen) === null ? ' is-unasked' : ''}`}
      aria-label={t.title}
    >
      <div className="tl-head">
        <button type="button" className="tl-toggle" aria-expanded={isOpen} aria-controls={bodyId} onClick={() => choose(!isOpen)}>
          <ChevronDown size={14} aria-hidden="true" />
          {t.title}
        </button>
      </div>
      <div id={bodyId} className="tl-body" hidden={!isOpen}>
        {trace === null ? (
          <p className="tl-empty" role="status">
            {spot === null ? t.empty : t.spot.runFirst}
          </p>
        ) : (
          isOpen && (
            <Suspense fallback={<p className="tl-empty">{t.loading}</p>}>
              <TimelineView
                trace={trace}
                isLive={state.run.phase === 'machine' && isRunning(state.run)}
                isStuck={hasDeadlock(state.run)}
                words={t}
                spot={spot}
                onForgetSpot={() => setSpot(null)}
                onPlace={onPosition}
                onPast={onPast}
                onSignal={(pid, signal) => session.kill(pid, signal)}
              />
            </Suspense>
          )
        )}
      </div>
    </div>
  );
}

/** As in `timeline.css`, which hides the pane before scripts run. */
const NARROW = '(max-width: 640px)';

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
