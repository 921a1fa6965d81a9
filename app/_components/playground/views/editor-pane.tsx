import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { chooseEditor, isConnectionFast } from '../editor/choose-editor';
import { EditorHandover, type EditorStage } from '../editor/editor-handover';
import { TabPolicy } from '../editor/tab-policy';
import type { CompileProblem } from '../session/session-snapshot';
import type { Lang, Words } from '../words';
import { PlainCode } from './plain-code';
import { useIsPrinting } from './use-is-printing';

interface EditorPaneProps {
  readonly words: Words;
  readonly lang: Lang;
  readonly programId: string;
  /** Of the file. */
  readonly name: string;
  readonly source: string;
  readonly starter: string;
  /** The starter, highlighted by the server; null when it was not. */
  readonly highlighted: ReactNode;
  readonly problem: CompileProblem | null;
  /** Where the playground finds the editor. */
  readonly editor: RefObject<EditorHandover | null>;
  onEdit(source: string): void;
  /** The reader goes to edit, and the real editor is on its way. */
  onLoading(): void;
}

/** The code: highlighted text with a plain text area over it, until the reader goes to edit and the real editor comes. */
export function EditorPane({ words, lang, programId, name, source, starter, highlighted, ...more }: EditorPaneProps) {
  const { problem, editor } = more;
  const t = words.editor;
  const pane = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const tabs = useRef<TabPolicy>(null);
  const [stage, setStage] = useState<EditorStage | 'static'>('static');
  const [isReleased, setReleased] = useState(false);
  const descriptionId = useId();
  const label = t.label(name);
  const currentSource = useEffectEvent(() => source);
  const edit = useEffectEvent((text: string) => more.onEdit(text));
  const tellLoading = useEffectEvent(() => more.onLoading());

  useEffect(() => {
    if (!pane.current || !plain.current || !textarea.current || !host.current) return undefined;
    const element = pane.current;
    const policy = new TabPolicy(() => setReleased(true));
    const unwatch = policy.watch(element);
    policy.onChange((isIndenting) => {
      element.toggleAttribute('data-tab-indents', isIndenting);
      if (isIndenting) setReleased(false);
    });
    tabs.current = policy;
    const handover = new EditorHandover({
      textarea: textarea.current,
      scroller: plain.current,
      setup: {
        host: host.current,
        programId,
        file: name,
        lang,
        label,
        descriptionId,
        tabs: policy,
        onEdit: (text) => edit(text),
      },
      chooseEditor,
      getSource: () => currentSource(),
      onStage(next) {
        if (next === 'loading') tellLoading();
        // The editor must be on the page before it can be given the focus.
        if (next === 'live') flushSync(() => setStage(next));
        else setStage(next);
      },
    });
    editor.current = handover;
    setStage('plain');
    // A reader who was there before the script was.
    if (document.activeElement === textarea.current) handover.load();
    return () => {
      unwatch();
      handover.dispose();
      editor.current = null;
    };
  }, [programId, name, lang, label, descriptionId, editor]);

  useEffect(() => editor.current?.setSource(source), [editor, source]);
  useEffect(() => editor.current?.setProblem(problem), [editor, problem]);

  const load = () => editor.current?.load();
  const indent = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Tab' || event.shiftKey || !tabs.current?.isIndenting) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    event.currentTarget.setRangeText('  ', selectionStart, selectionEnd, 'end');
    more.onEdit(event.currentTarget.value);
  };
  const isLive = stage === 'live';
  // Of the real editor no more could be printed than is in its window.
  const isPrinting = useIsPrinting();
  const hasPlain = !isLive || isPrinting;
  return (
    <div className="pg-editor" ref={pane}>
      {stage === 'failed' && (
        <p className="pg-notice is-warning" role="status">
          {t.failed}{' '}
          <button type="button" className="pg-link" onClick={load}>
            {t.retry}
          </button>
        </p>
      )}
      <div className="pg-code" data-testid="pg-code">
        <div className="pg-plain" ref={plain} hidden={!hasPlain}>
          <div aria-hidden="true">{hasPlain && <PlainCode source={source} starter={starter} highlighted={highlighted} />}</div>
          <textarea
            ref={textarea}
            aria-label={label}
            aria-describedby={descriptionId}
            defaultValue={starter}
            readOnly={stage === 'static'}
            wrap="off"
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            onFocus={load}
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && isConnectionFast() && load()}
            onKeyDown={indent}
            onChange={({ currentTarget }) => more.onEdit(currentTarget.value)}
            onCompositionStart={({ currentTarget }) => currentTarget.setAttribute('data-composing', '')}
            onCompositionEnd={({ currentTarget }) => currentTarget.removeAttribute('data-composing')}
          />
        </div>
        <div className={isLive ? 'pg-live' : 'pg-live is-waiting'} ref={host} inert={!isLive} />
      </div>
      <span id={descriptionId} hidden>
        {t.howToLeave}
      </span>
      <span className="pg-sr" role="status">
        {isReleased ? t.released : stage === 'loading' ? t.loading : isLive ? t.loaded : ''}
      </span>
    </div>
  );
}
