import type { Token } from 'acorn';
import { Edits } from './edits';
import type { ParsedModule } from './parse';

/** What the passes over one module share: the edits they make, and names for what they add. */
export class CodeWriter {
  readonly edits = new Edits();
  /** What the compiled function calls its parameter. */
  readonly runtime: string;
  readonly #names: Set<string>;
  readonly #tokens: readonly Token[];
  readonly #javascript: string;
  readonly #pins = new Map<number, number>();
  readonly #prefix: { text: string; anchor: number }[] = [];

  constructor({ tokens, javascript }: ParsedModule) {
    this.#javascript = javascript;
    this.#tokens = tokens;
    this.#names = new Set(withValues(tokens).flatMap((token) => (token.type.label === 'name' ? [String(token.value)] : [])));
    this.runtime = this.freshName('runtime');
  }

  /** A name that the module does not use. */
  freshName(stem: string): string {
    let name = `$${stem}`;
    for (let number = 2; this.#names.has(name); number++) name = `$${stem}${number}`;
    this.#names.add(name);
    return name;
  }

  /** The first token that begins at the offset or after. */
  tokenFrom(offset: number): Token | undefined {
    let low = 0;
    for (let high = this.#tokens.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return this.#tokens[low];
  }

  /** The first of some tokens at the offset or after. The syntax says that there is one. */
  find(offset: number, ...texts: string[]): Token {
    for (let token = this.tokenFrom(offset); token !== undefined; token = this.tokenFrom(token.end)) {
      if (texts.includes(this.#javascript.slice(token.start, token.end))) return token;
    }
    throw new TypeError(`Cannot find the token after offset ${offset}: ${texts.join(' ')}`);
  }

  /** Lets a token stand for other code in stack traces. */
  pin(token: number, anchor: number): void {
    this.#pins.set(token, anchor);
  }

  get pins(): ReadonlyMap<number, number> {
    return this.#pins;
  }

  /** Takes a statement out and keeps its lines. */
  erase(start: number, end: number): void {
    this.edits.replace(start, end, `;${this.#javascript.slice(start, end).replace(/[^\n]+/g, '')}`);
  }

  /** Adds a statement that runs before the module's own. */
  before(text: string, anchor = 0): void {
    if (text !== '') this.#prefix.push({ text, anchor });
  }

  writePrefix(): void {
    for (const { text, anchor } of this.#prefix.toReversed()) this.edits.prepend(`${text} `, anchor);
  }
}

/** The value of a token is what it stands for: a name without escapes. The package's types leave it out. */
function withValues(tokens: readonly Token[]): readonly (Token & { readonly value?: unknown })[] {
  return tokens;
}
