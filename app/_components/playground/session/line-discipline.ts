/** What a keystroke leads to, in order. */
export type InputEffect =
  | { readonly kind: 'echo'; readonly text: string }
  /** Bytes for the program's stdin. */
  | { readonly kind: 'input'; readonly text: string }
  /** Ctrl+D on an empty line. */
  | { readonly kind: 'end' }
  /** Ctrl+C. */
  | { readonly kind: 'interrupt' };

const ESCAPES: Readonly<Record<string, EditKey>> = {
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x1b[3~': 'delete',
};
type EditKey = 'left' | 'right' | 'home' | 'end' | 'delete';

// Any escape sequence a terminal sends for a key: CSI, SS3, or Alt with a character.
const ESCAPE_SEQUENCE = /^\x1b(?:\[[0-9;?]*[~A-Za-z]|O[A-Za-z]|[^[O])?/u;

/**
 * A terminal's line mode: the reader edits a line, the program sees it when Enter is pressed. The echo relies on
 * the terminal's reverse wrap-around (DECSET 45), so that going back works across a soft wrap.
 */
export class LineDiscipline {
  #line: string[] = [];
  #cursor = 0;
  #effects: InputEffect[] = [];

  /** Takes what the terminal sent: one key, or a paste of several lines. */
  feed(data: string): readonly InputEffect[] {
    this.#effects = [];
    let rest = data.replaceAll('\r\n', '\r').replaceAll('\n', '\r');
    while (rest !== '') {
      const sequence = rest.startsWith('\x1b') ? (ESCAPE_SEQUENCE.exec(rest)?.[0] ?? '\x1b') : firstCharacter(rest);
      rest = rest.slice(sequence.length);
      this.#press(sequence);
    }
    return this.#effects;
  }

  /** Forgets a line that was begun. */
  reset(): void {
    this.#line = [];
    this.#cursor = 0;
  }

  #press(key: string): void {
    const edit = ESCAPES[key];
    if (edit) return this.#edit(edit);
    switch (key) {
      case '\r':
        return this.#submit();
      case '\x7f':
      case '\b':
        if (this.#cursor > 0) this.#erase(this.#cursor - 1);
        return;
      case '\x01':
        return this.#edit('home');
      case '\x05':
        return this.#edit('end');
      case '\x15': // Ctrl+U: up to the cursor
        while (this.#cursor > 0) this.#erase(this.#cursor - 1);
        return;
      case '\x03':
        this.reset();
        this.#effects.push({ kind: 'echo', text: '^C\n' }, { kind: 'interrupt' });
        return;
      case '\x04':
        return this.#endOfFile();
      default:
        if (key >= ' ' && !key.startsWith('\x1b')) this.#insert(key);
    }
  }

  #submit(): void {
    const text = this.#line.join('');
    this.reset();
    this.#effects.push({ kind: 'echo', text: '\n' }, { kind: 'input', text: `${text}\n` });
  }

  /** As a terminal does: on an empty line the end of the file, else the line so far without a newline. */
  #endOfFile(): void {
    const text = this.#line.join('');
    this.reset();
    this.#effects.push(text === '' ? { kind: 'end' } : { kind: 'input', text });
  }

  #insert(character: string): void {
    this.#line.splice(this.#cursor, 0, character);
    this.#cursor++;
    this.#echo(character + this.#tailAndBack());
  }

  #erase(at: number): void {
    const [gone = ''] = this.#line.splice(at, 1);
    const back = at < this.#cursor ? '\b'.repeat(columns(gone)) : '';
    this.#cursor = at;
    this.#echo(`${back}\x1b[J${this.#tailAndBack()}`);
  }

  #edit(key: EditKey): void {
    if (key === 'delete') {
      if (this.#cursor < this.#line.length) this.#erase(this.#cursor);
      return;
    }
    const target = { left: this.#cursor - 1, right: this.#cursor + 1, home: 0, end: this.#line.length }[key];
    while (this.#cursor > target && this.#cursor > 0) {
      this.#cursor--;
      this.#echo('\b'.repeat(columns(this.#line[this.#cursor] ?? '')));
    }
    while (this.#cursor < target && this.#cursor < this.#line.length) {
      this.#echo(this.#line[this.#cursor] ?? '');
      this.#cursor++;
    }
  }

  /** Writes what follows the cursor again and returns to the cursor. */
  #tailAndBack(): string {
    const tail = this.#line.slice(this.#cursor).join('');
    return tail === '' ? '' : `\x1b[J${tail}${'\b'.repeat(columns(tail))}`;
  }

  #echo(text: string): void {
    if (text !== '') this.#effects.push({ kind: 'echo', text });
  }
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

// East Asian wide and full-width blocks and emoji: what the terminal draws two cells wide.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

function columns(text: string): number {
  let total = 0;
  for (const character of text) total += WIDE.test(character) ? 2 : 1;
  return total;
}
