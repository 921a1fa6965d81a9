'use client';

import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { type ProgramRunEvent, programRunEvent } from '@/app/_progress/program-run-event';
import { isConnectionFast } from './editor/choose-editor';
import type { EditorHandover } from './editor/editor-handover';
import type { PlaygroundProps } from './playground-props';
import { warmPageBox } from './session/page-runtime';
import { hasDeadlock, isRunning } from './session/session-snapshot';
import { ENTRY, type SourcePosition } from './session/source-position';
import { TimelinePane } from './timeline/timeline-pane';
import type { Past } from './timeline/timeline-view';
import { usePlaygroundSession } from './use-playground-session';
import { CodeNotices } from './views/code-notices';
import { EditorPane } from './views/editor-pane';
import { FailureList } from './views/failure-list';
import { FileTabs } from './views/file-tabs';
import { Panes } from './views/panes';
import { StatusLine } from './views/status-line';
import { preloadTerminal, TerminalPane } from './views/terminal-pane';
import { EmbedButton } from '@/app/_components/embed/embed-button';
import { playgroundPath, withBasePath } from '@/app/_site/paths';
import { ShareButton } from './share/share-button';
import { useSharedCode } from './share/use-shared-code';
import { Toolbar } from './views/toolbar';
import { useFullScreen } from './views/use-full-screen';
import { useRemark } from './views/use-remark';
import { useShortcuts } from './views/use-shortcuts';
import { useSight } from './views/use-sight';
import { wordsIn } from './words';
import './playground.css';

const ShortcutsDialog = lazy(() => import('./views/shortcuts-dialog').then((module) => ({ default: module.ShortcutsDialog })));

const DeadlockBanner = lazy(() => import('./timeline/deadlock-banner').then((module) => ({ default: module.DeadlockBanner })));

type FileId = 'main' | 'python';

/** Loading before anybody asked is fair only when it costs the reader nothing. */
const warmWhenFast = () => isConnectionFast() && warmPageBox();

export function Playground({
  programId,
  source,
  highlighted,
  python,
  lang,
  title,
  isTimelineOpen = true,
  opensLinks = false,
  isEmbeddable = true,
  onSession,
}: PlaygroundProps) {
  const words = wordsIn(lang);
  const [session, state] = usePlaygroundSession(programId, source);
  const card = useRef<HTMLElement>(null);
  const editor = useRef<EditorHandover>(null);
  const panelPrefix = useId();
  const [file, setFile] = useState<FileId>('main');
  const [isFullScreen, setFullScreen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [remark, setRemark] = useRemark();
  const running = isRunning(state.run);

  const warm = () => {
    session.warm();
    preloadTerminal();
  };
  const runOrStop = () => {
    if (running) return session.stop();
    void session.run();
    const detail: ProgramRunEvent['detail'] = { programId };
    card.current?.dispatchEvent(new CustomEvent(programRunEvent, { bubbles: true, detail }));
  };
  const goTo = (position: SourcePosition) => {
    setFile('main');
    // The editor cannot take the focus before its tab is shown.
    requestAnimationFrame(() => editor.current?.goTo(position));
  };

  const tellSession = useEffectEvent(() => onSession?.(session));
  useEffect(() => tellSession(), [session]);
  useSharedCode(session, opensLinks);
  const showPast = (past: Past | null) => {
    session.showPast(past?.timeMs ?? null);
    // Lines of a program that has been changed since say nothing.
    editor.current?.setStanding(past !== null && session.isAsRun ? past.standing : []);
  };

  useSight(card, warmWhenFast);
  useShortcuts(card, { onRunOrStop: runOrStop, onHelp: () => setHelpOpen(true) });
  useFullScreen(
    card,
    isFullScreen,
    useCallback(() => setFullScreen(false), []),
  );

  const panel = (id: FileId) => ({
    id: `${panelPrefix}-${id}`,
    role: python ? 'tabpanel' : undefined,
    'aria-labelledby': python ? `${panelPrefix}-tab-${id}` : undefined,
    className: 'pg-file',
    hidden: file !== id,
  });
  return (
    <section
      ref={card}
      className={isFullScreen ? 'pg is-full' : 'pg'}
      aria-label={title}
      style={{ '--pg-lines': source.split('\n').length } as CSSProperties}
    >
      <Toolbar
        words={words}
        tabs={
          <FileTabs<FileId>
            label={words.tabs.label}
            tabs={[
              { id: 'main', title: ENTRY },
              ...(python ? [{ id: 'python', title: words.tabs.python, label: words.tabs.pythonLabel } as const] : []),
            ]}
            current={file}
            panelPrefix={panelPrefix}
            onSelect={setFile}
          />
        }
        isRunning={running}
        canReset={state.isDirty && file === 'main'}
        canFormat={file === 'main'}
        share={
          <>
            <ShareButton words={words} path={withBasePath(playgroundPath(lang))} getSource={() => state.source} />
            {isEmbeddable && (
              <EmbedButton
                lang={lang}
                // The home page and the playground have a program of a lesson under a name of their own.
                program={state.isDirty || /^(?:home|playground)\//.test(programId) ? null : programId}
                name={programId.replace(/^.*\//, '')}
                getSource={() => state.source}
              />
            )}
          </>
        }
        isFullScreen={isFullScreen}
        getText={() => (file === 'python' && python ? python.source : state.source)}
        onRunOrStop={runOrStop}
        onIntentToRun={warm}
        onReset={() => session.reset()}
        onFormat={() => editor.current?.format()}
        onFullScreen={() => setFullScreen(!isFullScreen)}
        onShortcuts={() => setHelpOpen(true)}
      />
      <Panes
        card={card}
        separatorLabel={words.editor.separator}
        code={
          <>
            <div {...panel('main')}>
              <CodeNotices session={session} state={state} words={words} />
              <EditorPane {...{ session, state, words, lang, programId, highlighted, editor }} starter={source} />
            </div>
            {python && (
              <div {...panel('python')} tabIndex={0}>
                <div className="pg-plain">{python.highlighted}</div>
              </div>
            )}
          </>
        }
        output={
          <>
            {hasDeadlock(state.run) && (
              <Suspense>
                <DeadlockBanner {...{ session, state, words, lang }} onPlace={goTo} />
              </Suspense>
            )}
            <TerminalPane session={session} state={state} words={words} onPosition={goTo} onRemark={setRemark} />
            <FailureList run={state.run} words={words} />
            <StatusLine state={state} words={words} remark={remark} onPosition={goTo} onClear={() => session.clear()} />
          </>
        }
      />
      <TimelinePane
        {...{ programId, session, state, words }}
        isOpenAtFirst={isTimelineOpen}
        onPosition={goTo}
        onPast={showPast}
      />
      {isHelpOpen && (
        <Suspense>
          <ShortcutsDialog words={words} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
