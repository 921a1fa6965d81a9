import type { Place, Sentence } from '@/runtime';
import { Fragment, useState } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import type { SessionSnapshot } from '../session/session-snapshot';
import type { Lang, Words } from '../words';
import { useDeadlock } from './use-deadlock';
import { WaitGraph } from './wait-graph';

export interface DeadlockBannerProps {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
  readonly lang: Lang;
  onPlace(place: Place): void;
}

const SIGKILL = 9;

/** Over the terminal while nothing can go on: why, and a way out. */
export function DeadlockBanner({ session, state, words, lang, onPlace }: DeadlockBannerProps) {
  const deadlock = useDeadlock(session, state);
  const [showsGraph, setShowsGraph] = useState(false);
  if (deadlock === null) return null;
  const t = words.timeline.deadlock;
  const { kind, causes, others, victim } = deadlock;
  return (
    <section className="tl-deadlock" role="alert" aria-label={t.title}>
      <strong>{t.kinds[kind]}</strong>
      <ul>
        {causes.map((cause) => (
          <li key={cause.en}>
            <Told sentence={cause} lang={lang} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ul className="is-others">
          {others.map((other) => (
            <li key={other.en}>
              <Told sentence={other} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      <p>{t.isNext}</p>
      {showsGraph && <WaitGraph {...{ deadlock, onPlace }} words={words.timeline} />}
      <div className="tl-deadlock-actions">
        {victim !== null && (
          <button type="button" className="tl-strong-button" onClick={() => session.kill(victim.pid, SIGKILL)}>
            {t.breakIt(victim.name)}
          </button>
        )}
        <button type="button" className="tl-button" aria-expanded={showsGraph} onClick={() => setShowsGraph(!showsGraph)}>
          {t.show}
        </button>
      </div>
    </section>
  );
}

/** A sentence whose names stand between backticks. */
function Told({ sentence, lang }: { readonly sentence: Sentence; readonly lang: Lang }) {
  return sentence[lang].split('`').map((part, i) => (
    // The parts of a sentence do not change places.
    <Fragment key={i}>{i % 2 === 1 ? <code>{part}</code> : part}</Fragment>
  ));
}
