'use client';

import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type ProgramRunEvent, programRunEvent } from '@/app/_progress/program-run-event';
import { isConnectionFast } from './editor/choose-editor';
import { EditorBook } from './editor/editor-book';
import type { PlaygroundProps } from './playground-props';
import { preloadCompiler, warmPageBox } from './session/page-runtime';
import { hasDeadlock, isRunning } from './session/session-snapshot';
import type { SourcePosition } from './session/source-position';
import { whenAskedToSee } from './timeline/spot-event';
import { TimelinePane } from './timeline/timeline-pane';
import type { Past } from './timeline/timeline-view';
import { usePlaygroundSession } from './use-playground-session';
import { CodeNotices } from './views/code-notices';
import { FailureList } from './views/failure-list';
import { ExampleChoice } from './views/example-choice';
import { FileActions } from './views/file-actions';
import { FilePanes } from './views/file-panes';
import { FileTabs } from './views/file-tabs';
import { type Pane, PaneSwitch } from './views/pane-switch';
import { Panes } from './views/panes';
import { StatusLine } from './views/status-line';
import { preloadTerminal, TerminalPane } from './views/terminal-pane';
import { clientMessages } from '@/app/_i18n/client-messages';
import { EmbedButton } from '@/app/_components/embed/embed-button';
import { playgroundPath, withBasePath } from '@/app/_site/paths';
import { whenIdle } from '@/app/_site/when-idle';
import { whenPresent } from '@/app/_site/when-present';
import { ShareButton } from './share/share-button';
import { useSharedCode } from './share/use-shared-code';
import { Toolbar } from './views/toolbar';
import { PYTHON, useFileTabs } from './views/use-file-tabs';
import { useIsStacked } from './views/use-is-stacked';
import { useFullScreen } from './views/use-full-screen';
import { useRemark } from './views/use-remark';
import { useShortcuts } from './views/use-shortcuts';
import { useSight } from './views/use-sight';
import './styles';

const ShortcutsDialog = lazy(() => import('./views/shortcuts-dialog').then((module) => ({ default: module.ShortcutsDialog })));

const DeadlockBanner = lazy(() => import('./timeline/deadlock-banner').then((module) => ({ default: module.DeadlockBanner })));

/** Loading before anybody asked is fair only when it costs the reader nothing, and somebody is there. */
function warmWhenFast(): void {
  if (!isConnectionFast()) return;
  whenPresent(() => {
    warmPageBox();
    whenIdle(() => {
      preloadCompiler();
      preloadTerminal();
    });
  });
}

export function Playground({
  programId,
  source,
  highlighted,
  python,
  lang,
  title,
  isTimelineOpen = true,
  opensLinks = false,
  examples,
  isEmbeddable = true,
  onSession,
}: PlaygroundProps) {
  const words = clientMessages(lang).playground;
  const [session, state] = usePlaygroundSession(programId, source);
  const card = useRef<HTMLElement>(null);
  const [editors] = useState(() => new EditorBook());
  const { tabs, current, panelPrefix, select, panel } = useFileTabs(state.files, python !== undefined, words);
  const [isFullScreen, setFullScreen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [remark, setRemark] = useRemark();
  const running = isRunning(state.run);
  const isStacked = useIsStacked(card);
  const [pane, showPane] = useState<Pane>('code');

  const [isExpected, setExpected] = useState(false);
  const warm = () => {
    session.warm();
    setExpected(true);
  };
  const runOrStop = () => {
    if (running) return session.stop();
    void session.run();
    const detail: ProgramRunEvent['detail'] = { programId };
    card.current?.dispatchEvent(new CustomEvent(programRunEvent, { bubbles: true, detail }));
  };
  const goTo = (position: SourcePosition) => {
    showPane('code');
    select(position.file);
    // The editor cannot take the focus before its tab is shown.
    requestAnimationFrame(() => editors.goTo(position));
  };

  const tellSession = useEffectEvent(() => onSession?.(session));
  useEffect(() => tellSession(), [session]);
  // Whoever started it: the reader wants to see what it prints.
  useEffect(() => {
    let was = false;
    return session.subscribe(() => {
      const is = isRunning(session.getSnapshot().run);
      if (is && !was) showPane('output');
      was = is;
    });
  }, [session]);
  useSharedCode(session, opensLinks);
  useEffect(() => whenAskedToSee(programId, () => showPane('timeline')), [programId]);
  const showPast = (past: Past | null) => {
    session.showPast(past?.timeMs ?? null);
    // Lines of a program that has been changed since say nothing.
    editors.setStanding(past !== null && session.isAsRun ? past.standing : []);
  };

  useSight(card, warmWhenFast);
  useShortcuts(card, { onRunOrStop: runOrStop, onHelp: () => setHelpOpen(true) });
  useFullScreen(
    card,
    isFullScreen,
    useCallback(() => setFullScreen(false), []),
  );

  return (
    <section
      ref={card}
      className={isFullScreen ? 'pg is-full' : 'pg'}
      aria-label={title}
      data-pane={pane}
      style={{ '--pg-lines': source.split('\n').length } as CSSProperties}
    >
      <Toolbar
        words={words}
        tabs={
          <>
            <FileTabs label={words.tabs.label} {...{ tabs, current, panelPrefix }} onSelect={select} />
            {examples && (
              <FileActions
                {...{ words, current }}
                files={state.files}
                onAdd={(name) => {
                  session.addFile(name);
                  goTo({ file: name, line: 1, column: 1 });
                }}
                onRename={(from, to) => {
                  session.renameFile(from, to);
                  select(to);
                }}
                onRemove={(name) => session.removeFile(name)}
              />
            )}
          </>
        }
        isRunning={running}
        canReset={state.isDirty && current !== PYTHON}
        canFormat={current !== PYTHON}
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
        getText={() => (current === PYTHON ? python?.source : state.files.find(({ name }) => name === current)?.source) ?? ''}
        onRunOrStop={runOrStop}
        onIntentToRun={warm}
        onReset={() => session.reset()}
        onFormat={() => editors.format(current)}
        onFullScreen={() => setFullScreen(!isFullScreen)}
        onShortcuts={() => setHelpOpen(true)}
      />
      <PaneSwitch words={words} current={pane} onShow={showPane} />
      <Panes
        separatorLabel={words.editor.separator}
        code={
          <>
            {examples && <ExampleChoice words={words} groups={examples} session={session} />}
            <CodeNotices session={session} state={state} words={words} />
            <FilePanes {...{ session, state, words, lang, programId, highlighted, editors, panel }} starter={source} />
            {python && (
              <div {...panel(PYTHON)} tabIndex={0}>
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
            <TerminalPane {...{ session, state, words, isExpected }} onPosition={goTo} onRemark={setRemark} />
            <FailureList run={state.run} words={words} />
            <StatusLine state={state} words={words} remark={remark} onPosition={goTo} onClear={() => session.clear()} />
          </>
        }
      />
      <TimelinePane
        {...{ programId, session, state, words }}
        isOpenAtFirst={isTimelineOpen}
        isShown={isStacked ? pane === 'timeline' : null}
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
