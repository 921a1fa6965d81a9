import type { IMarker, Terminal } from '@xterm/xterm';

/** `OSC 7002 ; milliseconds`: what follows was written at this time. */
const TIME_OSC = 7002;
/** More lines than the scrollback has need no mark. */
const MOST_MARKS = 4000;

interface TimeMark {
  readonly line: IMarker;
  readonly timeMs: number;
}

/** Says in the stream when what follows was written. */
export function timeMark(timeMs: number): string {
  return `\x1b]${TIME_OSC};${timeMs}\x07`;
}

/** Knows when each line was begun, and lays a veil over those that are later than a moment. */
export class PastVeil {
  readonly #terminal: Terminal;
  readonly #veil: HTMLElement;
  /** In the order of lines. */
  #marks: TimeMark[] = [];
  #horizonMs: number | null = null;
  #rowHeight = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    const screen = terminal.element?.querySelector<HTMLElement>('.xterm-screen');
    this.#veil = (screen?.ownerDocument ?? document).createElement('div');
    this.#veil.className = 'pg-later';
    this.#veil.hidden = true;
    screen?.append(this.#veil);
    terminal.parser.registerOscHandler(TIME_OSC, (data) => {
      this.#note(Number(data));
      return true;
    });
  }

  /** The terminal was fitted. */
  measure(): void {
    this.#rowHeight = (this.#veil.parentElement?.clientHeight ?? 0) / this.#terminal.rows;
    this.paint();
  }

  setHorizon(timeMs: number | null): void {
    const wasPast = this.#horizonMs !== null;
    this.#horizonMs = timeMs;
    const line = this.#firstLater()?.line.line;
    if (timeMs === null && wasPast) this.#terminal.scrollToBottom();
    else if (line !== undefined) this.#reveal(line);
    this.paint();
  }

  paint(): void {
    const first = this.#firstLater();
    const { rows, buffer } = this.#terminal;
    const row = first === undefined ? rows : first.line.line - buffer.active.viewportY;
    const isShown = row < rows;
    if (this.#veil.hidden === isShown) this.#veil.hidden = !isShown;
    if (isShown) this.#veil.style.top = `${Math.max(0, row) * this.#rowHeight}px`;
  }

  reset(): void {
    for (const { line } of this.#marks) line.dispose();
    this.#marks = [];
    this.paint();
  }

  #note(timeMs: number): void {
    if (!Number.isFinite(timeMs)) return;
    const { baseY, cursorY } = this.#terminal.buffer.active;
    // A line is as old as what was first written on it.
    if (this.#marks.at(-1)?.line.line === baseY + cursorY) return;
    const line = this.#terminal.registerMarker(0);
    this.#marks.push({ line, timeMs });
    if (this.#marks.length > MOST_MARKS) this.#marks = this.#marks.filter((mark) => !mark.line.isDisposed).slice(-MOST_MARKS / 2);
  }

  #firstLater(): TimeMark | undefined {
    const horizonMs = this.#horizonMs;
    if (horizonMs === null) return undefined;
    return this.#marks.find((mark) => !mark.line.isDisposed && mark.timeMs > horizonMs);
  }

  /** Scrolls so that the last line before the veil is seen. */
  #reveal(line: number): void {
    const { rows, buffer } = this.#terminal;
    const top = buffer.active.viewportY;
    if (line - 1 < top || line >= top + rows) this.#terminal.scrollToLine(Math.max(0, line - rows + 1));
  }
}
