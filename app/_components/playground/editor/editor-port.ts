import type { CompileProblem } from '../session/session-snapshot';

/** Where the reader is in a text: offsets in UTF-16 units, and what is scrolled out of view in pixels. */
export interface EditorView {
  readonly anchor: number;
  readonly head: number;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** Where processes were at a moment of the past. */
export interface StandingLine {
  readonly file: string;
  readonly line: number;
  /** Who, in words. */
  readonly names: string;
  /** Number of the hue of the first of them. */
  readonly hue: number;
}

/** An editor as the playground knows it; Monaco and CodeMirror are two. */
export interface EditorPort {
  /** Makes the text this one, as one step that can be undone; nothing happens when it is already. */
  setSource(source: string): void;
  /** Puts the cursor there and scrolls it into view or, when a scroll position is given, to that. */
  setView(view: Pick<EditorView, 'anchor' | 'head'> & Partial<EditorView>): void;
  /** Marks the line the compiler complains about. */
  setProblem(problem: CompileProblem | null): void;
  /** Marks the lines that processes were at. */
  setStanding(lines: readonly StandingLine[]): void;
  /** Lays the program out anew. */
  format(): void;
  focus(): void;
  dispose(): void;
}

export interface EditorSetup {
  readonly host: HTMLElement;
  /** Tells this program from others on the page. */
  readonly programId: string;
  /** Name of the file, `main.ts`. */
  readonly file: string;
  readonly source: string;
  readonly lang: 'en' | 'zh';
  readonly label: string;
  /** Id of the element that explains to screen readers how to get out. */
  readonly descriptionId: string;
  /** Tab indents only when this says so. */
  readonly tabs: TabSwitch;
  onEdit(source: string): void;
}

/** Whether Tab indents; the editor is told at each change. */
export interface TabSwitch {
  readonly isIndenting: boolean;
  onChange(listener: (isIndenting: boolean) => void): void;
}

export type EditorFactory = (setup: EditorSetup) => Promise<EditorPort>;
