import type { ProcessSnapshot } from '@/runtime';
import type { IBufferCell, IBufferLine, Terminal } from '@xterm/xterm';
import { processHue } from '../views/process-hue';
import { readTag } from './output-encoder';
import type { SlotBook } from './slot-book';

export interface GutterOptions {
  readonly terminal: Terminal;
  readonly slots: SlotBook;
  /** An empty element over the terminal's left padding. */
  readonly element: HTMLElement;
  describe(pid: number): ProcessSnapshot | undefined;
  /** What the pointer shows for a line. */
  label(process: ProcessSnapshot | undefined, pid: number, isError: boolean): string;
}

/** A tag is looked for in this many cells: a program may have coloured the first ones itself. */
const CELLS_SEARCHED = 32;

/** The coloured bar beside each visible line that says which process wrote it. Reads only what is on screen. */
export class ProcessGutter {
  readonly #options: GutterOptions;
  readonly #bars: HTMLElement[] = [];
  readonly #tip: HTMLElement;
  #cell: IBufferCell | undefined;
  #rowHeight = 0;

  constructor(options: GutterOptions) {
    this.#options = options;
    const { element } = options;
    this.#tip = element.ownerDocument.createElement('div');
    this.#tip.className = 'pg-gutter-tip';
    this.#tip.hidden = true;
    element.append(this.#tip);
    element.addEventListener('pointermove', (event) => this.#point(event));
    element.addEventListener('pointerleave', () => {
      this.#tip.hidden = true;
    });
  }

  /** The terminal was fitted. Asked here and not when painting, where it would have the browser lay out twice a frame. */
  measure(): void {
    const { terminal } = this.#options;
    const screen = terminal.element?.querySelector<HTMLElement>('.xterm-screen');
    this.#rowHeight = (screen?.clientHeight ?? 0) / terminal.rows;
    this.paint();
  }

  paint(): void {
    const { terminal } = this.#options;
    const buffer = terminal.buffer.active;
    const rowHeight = this.#rowHeight;
    for (let row = 0; row < terminal.rows; row++) {
      const y = buffer.viewportY + row;
      const line = buffer.getLine(y);
      const author = line && this.#author(line, y);
      const bar = this.#bar(row);
      if (!author) {
        if (!bar.hidden) bar.hidden = true;
        continue;
      }
      const { pid, isError } = author;
      const process = this.#options.describe(pid);
      const isContinued = line.isWrapped;
      const key = `${pid} ${process?.index ?? ''} ${isError} ${isContinued} ${row * rowHeight}`;
      if (!bar.hidden && bar.dataset['key'] === key) continue;
      bar.dataset['key'] = key;
      bar.hidden = false;
      bar.className = `pg-gutter-bar${isError ? ' is-error' : ''}${isContinued ? ' is-continued' : ''}`;
      bar.style.cssText = `--hue:${processHue(process?.index)};top:${row * rowHeight}px;height:${rowHeight}px`;
    }
    for (const surplus of this.#bars.splice(terminal.rows)) surplus.remove();
  }

  #author(line: IBufferLine, y: number): { pid: number; isError: boolean } | null {
    const buffer = this.#options.terminal.buffer.active;
    // Lines nobody has come to yet are blank in the colour of whoever made the terminal scroll.
    if (y >= buffer.baseY + buffer.cursorY && line.translateToString(true) === '') return null;
    for (let x = 0; x < Math.min(CELLS_SEARCHED, line.length); x++) {
      this.#cell = line.getCell(x, this.#cell);
      if (!this.#cell?.isBgPalette()) continue;
      const tag = readTag(this.#cell.getBgColor());
      const pid = tag && this.#options.slots.pidAt(tag.slot, y);
      if (tag && pid) return { pid, isError: tag.isError };
    }
    return null;
  }

  #point(event: PointerEvent): void {
    const { terminal, element, describe, label } = this.#options;
    const rowHeight = this.#rowHeight;
    const row = Math.floor((event.clientY - element.getBoundingClientRect().top) / rowHeight);
    const y = terminal.buffer.active.viewportY + row;
    const line = row < terminal.rows ? terminal.buffer.active.getLine(y) : undefined;
    const author = line && this.#author(line, y);
    this.#tip.hidden = !author;
    if (!author) return;
    this.#tip.textContent = label(describe(author.pid), author.pid, author.isError);
    this.#tip.style.top = `${row * rowHeight}px`;
  }

  #bar(row: number): HTMLElement {
    let bar = this.#bars[row];
    if (!bar) {
      bar = this.#options.element.ownerDocument.createElement('div');
      bar.hidden = true;
      this.#options.element.append(bar);
      this.#bars[row] = bar;
    }
    return bar;
  }
}
