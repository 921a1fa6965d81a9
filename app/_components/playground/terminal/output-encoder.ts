import type { OutputRecord } from '@/runtime';

/**
 * The terminal remembers for us which process wrote a line: every cell is given a background colour from the part
 * of the palette that is painted like the terminal's own background, and the number of that colour says which
 * process and which stream. So the bookkeeping is as long as the scrollback, is trimmed with it, survives wrapping,
 * and nothing invisible gets into what the reader copies.
 */
const FIRST_TAG = 16;
/** Processes told apart at once; the next takes over the slot of the oldest. */
const SLOTS = 119;
export const STDERR_INK = 254;
export const ECHO_INK = 255;
/** `OSC 7001 ; slot ; pid`: from here on, this slot means this process. */
export const SLOT_OSC = 7001;

const ESC = '\x1b';
const SGR = /\x1b\[([0-9;:]*)m/g;

/** A colour's own numbers, which mean nothing by themselves. */
const PARTS = /\b[345]8[;:](?:5[;:]\d*|2(?:[;:]\d*){3})/g;

export interface Tag {
  readonly slot: number;
  readonly isError: boolean;
}

/** What a cell's palette background says, or null when it is an ordinary colour. */
export function readTag(colour: number): Tag | null {
  const code = colour - FIRST_TAG;
  return code >= 0 && code < SLOTS * 2 ? { slot: code >> 1, isError: (code & 1) === 1 } : null;
}

/** The colours from 16 on: tags are invisible, then the two inks. */
export function tagPalette(background: string, stderrInk: string, echoInk: string): string[] {
  const palette = new Array<string>(240).fill(background);
  palette[STDERR_INK - 16] = stderrInk;
  palette[ECHO_INK - 16] = echoInk;
  return palette;
}

/** Turns records into what is written to the terminal. */
export class OutputEncoder {
  readonly #slots = new Map<number, number>();
  readonly #pids: number[] = [];
  #next = 0;
  #current = -1;
  #isAtLineStart = true;

  encode(records: readonly OutputRecord[]): string {
    let out = '';
    for (const { pid, stream, text } of records) {
      if (text === '') continue;
      const slot = this.#slots.get(pid);
      const colour = FIRST_TAG + (slot ?? this.#next) * 2 + (stream === 'stderr' ? 1 : 0);
      if (slot === undefined) out += this.#assign(pid);
      if (colour !== this.#current) out += switchTo(colour);
      this.#current = colour;
      const body = text.includes(ESC) ? keepTag(text, colour) : text;
      out += tagEmptyLines(body, this.#isAtLineStart);
      this.#isAtLineStart = text.endsWith('\n');
    }
    return out;
  }

  /** Something else was written, or the terminal emptied: say the tag again. */
  interrupt(isAtLineStart: boolean): void {
    this.#current = -1;
    this.#isAtLineStart = isAtLineStart;
  }

  /** A new run: processes are counted afresh. */
  reset(): void {
    this.#slots.clear();
    this.#pids.length = 0;
    this.#next = 0;
    this.interrupt(true);
  }

  #assign(pid: number): string {
    const slot = this.#next;
    const former = this.#pids[slot];
    if (former !== undefined) this.#slots.delete(former);
    this.#pids[slot] = pid;
    this.#slots.set(pid, slot);
    this.#next = (slot + 1) % SLOTS;
    return `${ESC}]${SLOT_OSC};${slot};${pid}\x07`;
  }
}

function switchTo(colour: number): string {
  const isError = ((colour - FIRST_TAG) & 1) === 1;
  return `${ESC}[0;48;5;${colour}${isError ? `;38;5;${STDERR_INK}` : ''}m`;
}

/** An empty line has no cell to carry the tag, so its blank cells are erased in the tag's colour. */
function tagEmptyLines(text: string, isAtLineStart: boolean): string {
  const tagged = text.includes('\n\n') ? text.replaceAll(/\n(?=\n)/g, `\n${ESC}[K`) : text;
  return isAtLineStart && text.startsWith('\n') ? `${ESC}[K${tagged}` : tagged;
}

/** A program's own colours: its resets must not lose the tag, and its palette colours above 15 are spelled out. */
function keepTag(text: string, colour: number): string {
  return text.replaceAll(SGR, (_, parameters: string) => {
    const spelled = parameters.replaceAll(/\b([34]8)[;:]5[;:](\d{1,3})\b/g, (whole, ground: string, n: string) => {
      const index = Number(n);
      return index < 16 || index > 255 ? whole : `${ground};2;${rgb(index).join(';')}`;
    });
    const isReset = spelled === '' || /(?:^|;)(?:0*|49)(?:;|$)/.test(spelled.replaceAll(PARTS, '1'));
    return `${ESC}[${spelled}m${isReset ? `${ESC}[48;5;${colour}m` : ''}`;
  });
}

/** The usual colours of a 256-colour terminal: a 6×6×6 cube, then greys. */
function rgb(index: number): [number, number, number] {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (n: number) => (n === 0 ? 0 : 55 + n * 40);
  const cube = index - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}
