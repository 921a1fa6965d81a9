import type { CompileProblem } from '../session/session-snapshot';
import type { SourcePosition } from '../session/source-position';
import type { EditorFactory, EditorPort, EditorSetup, EditorView, StandingLine } from './editor-port';
import { showStanding } from './plain-standing';

/** `plain` is a text area over the highlighted text, there from the start and good enough to type in. */
export type EditorStage = 'plain' | 'loading' | 'live' | 'failed';

export interface HandoverOptions {
  readonly textarea: HTMLTextAreaElement;
  /** Scrolls the plain editor. */
  readonly scroller: HTMLElement;
  readonly setup: Omit<EditorSetup, 'source'>;
  /** Fetches the editor that fits this device. */
  chooseEditor(): Promise<EditorFactory>;
  getSource(): string;
  onStage(stage: EditorStage): void;
}

/**
 * Starts with the plain text area and puts the real editor in its place when it has arrived: with the same text, the
 * same cursor, the same scroll position, and the focus when the text area had it.
 */
export class EditorHandover {
  readonly #options: HandoverOptions;
  #stage: EditorStage = 'plain';
  #port: EditorPort | null = null;
  #problem: CompileProblem | null = null;
  #standing: readonly StandingLine[] = [];
  #isDisposed = false;
  #whenLive: (() => void)[] = [];

  constructor(options: HandoverOptions) {
    this.#options = options;
  }

  /** Safe to call often: only the first call, or the first after a failure, loads. */
  load(): void {
    if (this.#stage !== 'plain' && this.#stage !== 'failed') return;
    this.#enter('loading');
    this.#handOver().then(
      () => undefined,
      () => {
        if (!this.#isDisposed) this.#enter('failed');
      },
    );
  }

  /** The session's text changed: by an edit in here, or by Reset and its like. */
  setSource(source: string): void {
    const { textarea } = this.#options;
    if (textarea.value !== source) {
      const { selectionStart } = textarea;
      textarea.value = source;
      textarea.setSelectionRange(selectionStart, selectionStart);
    }
    this.#port?.setSource(source);
  }

  setProblem(problem: CompileProblem | null): void {
    this.#problem = problem;
    this.#port?.setProblem(problem);
  }

  setStanding(lines: readonly StandingLine[]): void {
    if (lines.length === 0 && this.#standing.length === 0) return;
    this.#standing = lines;
    if (this.#port) this.#port.setStanding(lines);
    else showStanding(this.#options.scroller, lines);
  }

  /** Puts the cursor at a place in the program and the focus into the editor, loading it if need be. */
  goTo(position: SourcePosition): void {
    if (this.#port) {
      this.#show(position);
      this.#port.focus();
      return;
    }
    const offset = offsetOf(this.#options.getSource(), position);
    this.#options.textarea.focus();
    this.#options.textarea.setSelectionRange(offset, offset);
    this.load();
    // Only shown: the reader may have gone on to something else, and the focus is his.
    this.#whenLive.push(() => this.#show(position));
  }

  focus(): void {
    if (this.#port) this.#port.focus();
    else this.#options.textarea.focus();
  }

  format(): void {
    if (this.#port) return this.#port.format();
    this.load();
    this.#whenLive.push(() => this.#port?.format());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#port?.dispose();
    this.#port = null;
  }

  async #handOver(): Promise<void> {
    const { setup, chooseEditor, getSource, textarea } = this.#options;
    const isDisposed = () => this.#isDisposed;
    const create = await chooseEditor();
    if (isDisposed()) return;
    const port = await create({ ...setup, source: getSource() });
    // Half a word of an input method must not be torn.
    await noComposition(textarea);
    if (isDisposed()) return port.dispose();
    // Not so when this is a frame and the reader has gone on in the page around.
    const hasFocus = textarea.ownerDocument.activeElement === textarea && textarea.ownerDocument.hasFocus();
    port.setSource(getSource());
    port.setView(this.#plainView());
    port.setProblem(this.#problem);
    port.setStanding(this.#standing);
    this.#port = port;
    this.#enter('live');
    if (hasFocus) port.focus();
    for (const act of this.#whenLive.splice(0)) act();
  }

  #show(position: SourcePosition): void {
    const offset = offsetOf(this.#options.getSource(), position);
    this.#port?.setView({ anchor: offset, head: offset });
  }

  #plainView(): EditorView {
    const { textarea, scroller } = this.#options;
    const isBackward = textarea.selectionDirection === 'backward';
    return {
      anchor: isBackward ? textarea.selectionEnd : textarea.selectionStart,
      head: isBackward ? textarea.selectionStart : textarea.selectionEnd,
      scrollTop: scroller.scrollTop,
      scrollLeft: scroller.scrollLeft,
    };
  }

  #enter(stage: EditorStage): void {
    this.#stage = stage;
    this.#options.onStage(stage);
  }
}

/** 0-based offset of a 1-based place; a place outside is the nearest inside. */
export function offsetOf(source: string, { line, column }: Pick<SourcePosition, 'line' | 'column'>): number {
  const lines = source.split('\n');
  const index = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  return before + Math.min(Math.max(column, 1) - 1, lines[index]?.length ?? 0);
}

function noComposition(textarea: HTMLTextAreaElement): Promise<void> {
  if (textarea.dataset['composing'] === undefined) return Promise.resolve();
  return new Promise((resolve) => textarea.addEventListener('compositionend', () => setTimeout(resolve), { once: true }));
}
