'use client';

import { ExternalLink, Play, RotateCcw, Square } from 'lucide-react';
import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import { EditorBook } from '@/app/_components/playground/editor/editor-book';
import { isRunning } from '@/app/_components/playground/session/session-snapshot';
import type { SourcePosition } from '@/app/_components/playground/session/source-position';
import { TimelinePane } from '@/app/_components/playground/timeline/timeline-pane';
import type { Past } from '@/app/_components/playground/timeline/timeline-view';
import { FailureList } from '@/app/_components/playground/views/failure-list';
import { FilePanes } from '@/app/_components/playground/views/file-panes';
import { FileTabs } from '@/app/_components/playground/views/file-tabs';
import { StatusLine } from '@/app/_components/playground/views/status-line';
import { preloadTerminal, TerminalPane } from '@/app/_components/playground/views/terminal-pane';
import { PYTHON, useFileTabs } from '@/app/_components/playground/views/use-file-tabs';
import { useRemark } from '@/app/_components/playground/views/use-remark';
import { useShortcuts } from '@/app/_components/playground/views/use-shortcuts';
import type { RecordedRun as Run } from '@/app/_lessons/recorded-run';
import type { Language } from '@/content/lesson-schema';
import { OpenLink } from './open-link';
import { useEmbedOptions, useIsIsolated } from './use-embed-options';
import { useEmbedSession } from './use-embed-session';
import { useHostBridge } from './use-host-bridge';
import { useOpenLink } from './use-open-link';
import { useOutputRows } from './use-output-rows';
import '@/app/_components/playground/styles';
import './embed.css';

interface EmbedCardProps {
  /** `slug/name` of a lesson's program; of other code, whatever tells it apart. */
  readonly programId: string;
  readonly source: string;
  /** Lines of `source`, highlighted by the server; without, they are coloured here. */
  readonly highlighted?: ReactNode;
  readonly python?: { readonly source: string; readonly highlighted: ReactNode };
  readonly lang: Language;
  /** What the program is called when the address gives no title. */
  readonly name?: string;
  /** There is a recorded run of `source`, for browsers that cannot run it here. */
  readonly hasRecording?: boolean;
}

const RecordedTimeline = lazy(() => import('./recorded-timeline').then((module) => ({ default: module.RecordedTimeline })));

const RecordedRun = lazy(() => import('./recorded-run').then((module) => ({ default: module.RecordedRun })));

/** A program in somebody else's page. It is read at once; editor, terminal and runtime come when they are asked for. */
export function EmbedCard({ programId, source, highlighted, python, lang, name, hasRecording = false }: EmbedCardProps) {
  const { playground: words, embed } = clientMessages(lang);
  const t = embed.card;
  const options = useEmbedOptions();
  const isIsolated = useIsIsolated();
  const { session, state, onOutput } = useEmbedSession(programId, source);
  const card = useRef<HTMLElement>(null);
  const [editors] = useState(() => new EditorBook());
  const [remark, setRemark] = useRemark();
  const [recorded, setRecorded] = useState<Run | null>(null);
  const [horizonMs, setHorizonMs] = useState<number | null>(null);
  const href = useOpenLink(lang, state.source);
  const running = isRunning(state.run);
  const hasRun = state.run.phase !== 'idle';
  const shows = (pane: (typeof options.panes)[number]) => options.panes.includes(pane);
  const shownPython = python !== undefined && shows('python') ? python : null;

  const { tabs, current, panelPrefix, select, panel } = useFileTabs(state.files, shownPython !== null, words);

  const isAskedToRun = useHostBridge({ card, session, isIsolated, onOutput });
  const rows = useOutputRows(session.log);
  useEffect(() => {
    if (options.title !== null) document.title = options.title;
  }, [options.title]);

  const runOrStop = () => {
    if (!isIsolated) return;
    if (running) session.stop();
    else void session.run();
  };
  useShortcuts(card, { onRunOrStop: runOrStop, onHelp: () => undefined });
  const goTo = (position: SourcePosition) => {
    select(position.file);
    requestAnimationFrame(() => editors.goTo(position));
  };
  const showPast = (past: Past | null) => {
    session.showPast(past?.timeMs ?? null);
    editors.setStanding(past !== null && (isIsolated ? session.isAsRun : !state.isDirty) ? past.standing : []);
    setHorizonMs(past?.timeMs ?? null);
  };

  const title = options.title ?? name;
  const lines = Math.max(...state.files.map((file) => file.source.replace(/\n$/, '').split('\n').length), 3);
  const style = {
    '--embed-lines': lines,
    '--embed-rows': rows,
    ...(options.height === 'auto' ? {} : { '--embed-height': `${options.height}px` }),
  } as CSSProperties;
  return (
    <section
      ref={card}
      className="pg embed-card"
      aria-label={title ?? t.program}
      style={style}
      data-run={hasRun ? '' : undefined}
    >
      <div className="pg-bar">
        <h1 className={title === undefined ? 'pg-sr' : 'embed-title'}>{title ?? t.program}</h1>
        {(tabs.length > 1 || title === undefined) && (
          <FileTabs label={words.tabs.label} {...{ tabs, current, panelPrefix }} onSelect={select} />
        )}
        <div className="pg-actions" role="group" aria-label={words.actions.label}>
          {state.isDirty && (
            <button
              type="button"
              className="pg-button"
              aria-label={words.actions.reset}
              title={words.actions.reset}
              onClick={() => session.reset()}
            >
              <RotateCcw size={14} aria-hidden="true" />
            </button>
          )}
          {isIsolated ? (
            <button
              type="button"
              className={`pg-run embed-run${running ? ' is-stop' : ''}${isAskedToRun && !running ? ' is-asked' : ''}`}
              onClick={runOrStop}
              onPointerEnter={preloadTerminal}
            >
              {running ? (
                <Square size={12} fill="currentColor" aria-hidden="true" />
              ) : (
                <Play size={13} fill="currentColor" aria-hidden="true" />
              )}
              {running ? t.stop : t.run}
            </button>
          ) : (
            <a className="pg-run embed-run" href={href} target="_blank" rel="noopener" aria-label={t.runThereLabel}>
              {t.runThere}
              <ExternalLink size={13} aria-hidden="true" />
            </a>
          )}
        </div>
      </div>
      <div className="embed-body">
        <div className="embed-code">
          <FilePanes
            {...{ session, state, words, lang, programId, editors, highlighted, panel }}
            starter={highlighted ? source : ''}
            isReadOnly={options.isReadOnly}
          />
          {shownPython !== null && (
            <div {...panel(PYTHON)} tabIndex={0}>
              <div className="pg-plain">{shownPython.highlighted}</div>
            </div>
          )}
        </div>
        <div className="embed-output">
          {isIsolated ? (
            <>
              <TerminalPane session={session} state={state} words={words} onPosition={goTo} onRemark={setRemark} />
              <FailureList run={state.run} words={words} />
            </>
          ) : (
            <Suspense>
              <RecordedRun {...{ programId, lang, hasRecording, horizonMs }} isEdited={state.isDirty} onLoaded={setRecorded} />
            </Suspense>
          )}
        </div>
      </div>
      {shows('timeline') && isIsolated && (
        <TimelinePane {...{ programId, session, state, words }} isOpenAtFirst={hasRun} onPosition={goTo} onPast={showPast} />
      )}
      {shows('timeline') && recorded !== null && (
        <Suspense>
          <RecordedTimeline {...{ lang }} run={recorded} onPosition={goTo} onPast={showPast} />
        </Suspense>
      )}
      <div className="embed-foot">
        {isIsolated && (
          <StatusLine state={state} words={words} remark={remark} onPosition={goTo} onClear={() => session.clear()} />
        )}
        {recorded !== null && (
          <span className="embed-ended">
            {recorded.exitcode === null ? '' : embed.recorded.exited(recorded.exitcode)} · {embed.recorded.took(recorded.tookMs)}
          </span>
        )}
        <OpenLink href={href} words={t} />
      </div>
      <p className="pg-sr" role="status">
        {isAskedToRun && !running ? t.askedToRun : ''}
      </p>
    </section>
  );
}
