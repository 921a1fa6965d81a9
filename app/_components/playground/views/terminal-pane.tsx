import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import { isAwaitingInput, type SessionSnapshot } from '../session/session-snapshot';
import type { SourcePosition } from '../session/source-position';
import type { TerminalPort } from '../session/terminal-port';
import type { Words } from '../words';
import { InputRow } from './input-row';
import { authorOf, TextLogView } from './text-log-view';

interface TerminalPaneProps {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
  /** The reader is about to run something: the terminal is made, so that the first line need not wait for it. Default false. */
  readonly isExpected?: boolean;
  onPosition(position: SourcePosition): void;
  onRemark(remark: string): void;
}

const loadTerminal = () => import('../terminal/xterm-terminal');

/** The reader is likely to run something soon. */
export function preloadTerminal(): void {
  loadTerminal().catch(() => undefined); // Run tries again, and tells
}

/** The terminal; xterm is there when a first Run is likely. */
export function TerminalPane({ session, state, words, isExpected = false, onPosition, onRemark }: TerminalPaneProps) {
  const screen = useRef<HTMLDivElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const port = useRef<TerminalPort>(null);
  const [hasRun, setRun] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [hasMissed, setMissed] = useState(false);
  if (!hasRun && state.run.phase !== 'idle') setRun(true);
  const isNeeded = hasRun || (isExpected && !hasMissed);

  const position = useEffectEvent(onPosition);
  const remark = useEffectEvent(onRemark);
  const author = useEffectEvent((pid: number, isError: boolean) => {
    const name = authorOf(session, pid, words);
    return isError ? `${name} · ${words.terminal.error}` : name;
  });
  const miss = useEffectEvent(() => {
    if (!hasRun) {
      // Nobody has asked for it yet: Run tries again.
      setMissed(true);
      return undefined;
    }
    setFailed(true);
    return session.attachTerminal(silentTerminal);
  });
  const label = words.terminal.label;
  const copied = words.terminal.copied;

  useEffect(() => {
    if (!isNeeded || hasFailed) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    loadTerminal().then(
      ({ createXtermTerminal }) => {
        if (isGone || !screen.current || !gutter.current) return;
        port.current = createXtermTerminal(
          { screen: screen.current, gutter: gutter.current },
          {
            onData: (data) => session.type(data),
            onPosition: (place) => position(place),
            onCopied: () => remark(copied),
            describe: (pid) => session.process(pid),
          },
          { terminalName: label, author: (_, pid, isError) => author(pid, isError) },
        );
        detach = session.attachTerminal(port.current);
      },
      () => {
        if (!isGone) detach = miss();
      },
    );
    return () => {
      isGone = true;
      detach?.();
      port.current?.dispose();
      port.current = null;
    };
  }, [isNeeded, hasFailed, session, label, copied]);

  const isAwaiting = isAwaitingInput(state.run);
  useEffect(() => {
    if (!isAwaiting || !screen.current || !port.current) return;
    // In a frame, the reader may be in the page around.
    if (!document.hasFocus()) return;
    const active = document.activeElement;
    const card = screen.current.closest('.pg');
    // Whoever goes on editing is left in peace.
    if (!active || !card?.contains(active) || (active.closest('.pg-editor') && !session.isAsRun)) return;
    // Where fingers type, the field below is for the answer.
    const field = matchMedia('(pointer: coarse)').matches ? card.querySelector<HTMLElement>('.pg-input-row input') : null;
    (field ?? port.current).focus();
  }, [isAwaiting, session]);

  return (
    <div className={isAwaiting ? 'pg-terminal is-awaiting' : 'pg-terminal'} role="group" aria-label={label}>
      {!hasRun && <p className="pg-placeholder">{words.terminal.placeholder}</p>}
      {hasFailed && (
        <p className="pg-notice is-warning">
          {words.terminal.failed}{' '}
          <button type="button" className="pg-link" onClick={() => setFailed(false)}>
            {words.terminal.retry}
          </button>
        </p>
      )}
      <div className="pg-view" hidden={hasFailed}>
        <div className="pg-gutter" ref={gutter} aria-hidden="true" />
        <div className="pg-screen" ref={screen} />
      </div>
      <TextLogView session={session} words={words} isVisible={hasFailed} />
      {isAwaiting && <InputRow session={session} words={words} />}
    </div>
  );
}

/** Takes output when there is nothing to show it on, so that the program can go on; the log has the text. */
const silentTerminal: TerminalPort = {
  write: (_, done) => done(),
  echo: () => undefined,
  reset: () => undefined,
  setHorizon: () => undefined,
  setAwaitingInput: () => undefined,
  focus: () => undefined,
  dispose: () => undefined,
};
