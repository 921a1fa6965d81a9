import type { OutputRecord, ProcessSnapshot } from '@/runtime';
import type { SourcePosition } from './source-position';

/** Lines above the screen that a terminal keeps. */
export const SCROLLBACK_LINES = 1000;

/** A terminal as the session knows it; xterm is one. */
export interface TerminalPort {
  /** Shows what processes wrote; `done` once it has been taken in. */
  write(records: readonly OutputRecord[], done: () => void): void;
  /** Shows what the reader typed, or a word of the playground's own. */
  echo(text: string): void;
  /** Empties it, scrollback included. */
  reset(): void;
  /** Greys what was written later than a moment, in milliseconds since the machine began; null: nothing is. */
  setHorizon(timeMs: number | null): void;
  /** Shows or hides the caret. */
  setAwaitingInput(isAwaiting: boolean): void;
  focus(): void;
  dispose(): void;
}

/** What a terminal asks of its owner. */
export interface TerminalEvents {
  /** Keys or a paste, as a terminal sends them. */
  onData(data: string): void;
  onPosition(position: SourcePosition): void;
  /** The reader selected text and it is on the clipboard now. */
  onCopied(): void;
  /** The process with this pid, if it is known yet. */
  describe(pid: number): ProcessSnapshot | undefined;
}
