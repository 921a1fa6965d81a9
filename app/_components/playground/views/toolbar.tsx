import { AlignLeft, Check, Copy, Keyboard, Maximize2, Minimize2, Play, RotateCcw, Square } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Words } from '../words';
import { useCommandKey } from './command-key';

interface ToolbarProps {
  readonly words: Words;
  readonly tabs: ReactNode;
  readonly isRunning: boolean;
  /** The code differs from the starter. */
  readonly canReset: boolean;
  /** The file that is shown can be edited. */
  readonly canFormat: boolean;
  readonly isFullScreen: boolean;
  readonly share: ReactNode;
  /** The text of the file that is shown. */
  getText(): string;
  onRunOrStop(): void;
  /** The reader is about to press Run. */
  onIntentToRun(): void;
  onReset(): void;
  onFormat(): void;
  onFullScreen(): void;
  onShortcuts(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { words, isRunning, canReset, canFormat, isFullScreen } = props;
  const t = words.actions;
  const commandKey = useCommandKey();
  const fullScreenLabel = isFullScreen ? t.leaveFullScreen : t.fullScreen;
  return (
    <div className="pg-bar">
      {props.tabs}
      <div className="pg-actions" role="group" aria-label={t.label}>
        <button
          type="button"
          className="pg-button"
          aria-label={t.resetLabel}
          title={t.resetLabel}
          aria-disabled={!canReset}
          onClick={() => canReset && props.onReset()}
        >
          <RotateCcw size={14} aria-hidden="true" />
          <span className="pg-button-text">{t.reset}</span>
        </button>
        <button
          type="button"
          className="pg-button pg-wide-only"
          aria-label={t.formatLabel}
          title={`${t.formatLabel} (${commandKey === '⌘' ? '⇧⌥F' : 'Shift+Alt+F'})`}
          aria-disabled={!canFormat}
          onClick={() => canFormat && props.onFormat()}
        >
          <AlignLeft size={14} aria-hidden="true" />
          <span className="pg-button-text">{t.format}</span>
        </button>
        <CopyButton words={words} getText={props.getText} />
        {props.share}
        <button
          type="button"
          className="pg-button pg-wide-only"
          aria-label={t.shortcuts}
          title={`${t.shortcuts} (?)`}
          onClick={props.onShortcuts}
        >
          <Keyboard size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="pg-button"
          aria-label={fullScreenLabel}
          aria-pressed={isFullScreen}
          title={isFullScreen ? `${fullScreenLabel} (Esc)` : fullScreenLabel}
          onClick={props.onFullScreen}
        >
          {isFullScreen ? <Minimize2 size={14} aria-hidden="true" /> : <Maximize2 size={14} aria-hidden="true" />}
        </button>
        <button
          type="button"
          className={isRunning ? 'pg-run is-stop' : 'pg-run'}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onPointerEnter={props.onIntentToRun}
          onFocus={props.onIntentToRun}
          onClick={props.onRunOrStop}
        >
          {isRunning ? (
            <Square size={11} fill="currentColor" aria-hidden="true" />
          ) : (
            <Play size={12} fill="currentColor" aria-hidden="true" />
          )}
          {isRunning ? t.stop : t.run}
          <kbd aria-hidden="true">{commandKey === '⌘' ? '⌘↵' : 'Ctrl↵'}</kbd>
        </button>
      </div>
    </div>
  );
}

const SHOWN_MS = 2000;

function CopyButton({ words, getText }: { words: Words; getText: () => string }) {
  const t = words.actions;
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () =>
    void navigator.clipboard.writeText(getText()).then(
      () => setResult('copied'),
      () => setResult('failed'), // no permission, or a page without HTTPS
    );
  const outcome = result === 'copied' ? t.copied : t.copyFailed;
  return (
    <>
      <button type="button" className="pg-button pg-copy" aria-label={t.copyLabel} title={t.copyLabel} onClick={copy}>
        {result === 'copied' ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        <span className="pg-button-text">{result ? outcome : t.copy}</span>
      </button>
      <span className="pg-sr" role="status">
        {result ? outcome : ''}
      </span>
    </>
  );
}
