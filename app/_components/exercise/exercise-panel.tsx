'use client';

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Playground } from '@/app/_components/playground/playground';
import type { PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import { clientMessages } from '@/app/_i18n/client-messages';
import { useHintsShown } from '@/app/_progress/use-hints-shown';
import { progressStore, useProgress } from '@/app/_progress/use-progress';
import type { Language } from '@/content/lesson-schema';
import type { ExerciseCheck, Verdict } from '@/runtime';
import { PlainText } from './plain-text';
import { StaleNote } from './stale-note';
import { VerdictList } from './verdict-list';

interface ExercisePanelProps {
  /** What progress and code are kept under. */
  readonly id: string;
  readonly folder: string;
  readonly name: string;
  readonly lang: Language;
  readonly title: string;
  readonly start: string;
  readonly highlighted: ReactNode;
  readonly solution: string;
  readonly hints: readonly string[];
  /** Longest run in seconds. */
  readonly seconds: number;
}

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'checking'; readonly run: number; readonly runs: number }
  | { readonly phase: 'judged'; readonly verdicts: readonly Verdict[]; readonly runs: number; readonly source: string }
  | { readonly phase: 'failed'; readonly words: string };

const SolutionDiff = lazy(() => import('./solution-diff').then((module) => ({ default: module.SolutionDiff })));

/** The playground of an exercise with its check, hints and solution. */
export function ExercisePanel(props: ExercisePanelProps) {
  const { id, folder, name, lang, title, start, highlighted, solution, hints, seconds } = props;
  const words = clientMessages(lang).exercises;
  const [session, setSession] = useState<PlaygroundSession | null>(null);
  const [state, setState] = useState<State>({ phase: 'idle' });
  const [hintsShown, showHint] = useHintsShown(id);
  const stage = useProgress()[id];
  const hasTried = stage === 'ran' || stage === 'done';
  const [own, setOwn] = useState<string | null>(null);
  const stopper = useRef<AbortController>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const sourceNow = () => session?.getSnapshot().source ?? start;

  const check = async () => {
    if (session === null) return;
    const source = sourceNow();
    const { signal } = (stopper.current = new AbortController());
    setState({ phase: 'checking', run: 1, runs: 1 });
    setOwn(null);
    try {
      const { check: wants } = (await import(`@/content/lessons/${folder}/exercises/${name}/check`)) as { check: ExerciseCheck };
      const { runCheck } = await import('./run-check');
      const onRun = (run: number, runs: number) => setState({ phase: 'checking', run, runs });
      const verdicts = await runCheck(wants, session, { seconds, signal, onRun });
      progressStore().reach(id, verdicts.every(({ yes }) => yes) ? 'done' : 'ran');
      setState({ phase: 'judged', verdicts, runs: wants.runs ?? 1, source });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return setState({ phase: 'idle' });
      progressStore().reach(id, 'ran');
      const { phase } = session.getSnapshot().run;
      const isTold = phase === 'compile-failed' || phase === 'load-failed';
      const reason = error instanceof Error ? error.message : String(error);
      setState({ phase: 'failed', words: isTold ? words.cannotRun : words.cannotCheck(reason) });
    }
  };

  return (
    <>
      <div className="wide program">
        <Playground
          programId={id}
          source={start}
          highlighted={highlighted}
          lang={lang}
          title={words.program(title)}
          isTimelineOpen={false}
          isEmbeddable={false}
          onSession={setSession}
        />
      </div>
      <div className="ex-actions">
        <button
          type="button"
          className="button ex-check"
          onClick={() => (state.phase === 'checking' ? stopper.current?.abort() : void check())}
        >
          {state.phase === 'checking' ? words.stopChecking(state.run, state.runs) : words.check}
        </button>
        {hintsShown < hints.length && (
          <button type="button" className="button" onClick={showHint}>
            {words.nextHint(hints.length - hintsShown)}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={!hasTried}
          title={hasTried ? undefined : words.solutionAfter}
          aria-expanded={own !== null}
          onClick={() => setOwn(own === null ? sourceNow() : null)}
        >
          {own === null ? words.showSolution : words.hideSolution}
        </button>
      </div>
      {hintsShown > 0 && (
        <ol className="ex-hints">
          {hints.slice(0, hintsShown).map((hint, index) => (
            <li key={hint}>
              <b>{words.hint(index + 1, hints.length)}</b> <PlainText text={hint} />
            </li>
          ))}
        </ol>
      )}
      <div role="status" aria-label={words.results}>
        {state.phase === 'judged' && <VerdictList verdicts={state.verdicts} runs={state.runs} lang={lang} words={words} />}
        {state.phase === 'judged' && session !== null && <StaleNote session={session} judged={state.source} words={words} />}
        {state.phase === 'failed' && <p className="ex-failed">{state.words}</p>}
      </div>
      {own !== null && (
        <div className="wide">
          <Suspense>
            <SolutionDiff own={own} solution={solution} words={words} />
          </Suspense>
        </div>
      )}
    </>
  );
}
