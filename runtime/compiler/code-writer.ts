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
  readonly #prefix: { text: string; anchor: number }[] = [];

  constructor({ tokens }: ParsedModule) {
    this.#tokens = tokens;
    this.#names = new Set(withValues(tokens).flatMap((token) => (token.type.label === 'name' ? [String(token.value)] : [])));
    this.runtime = this.freshName('runtime');
  }

  /** A name that the module does not use. */
  freshName(stem: string): string {
    let name = `$${stem}`;
    while (this.#names.has(name)) name += '$';
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

  /** The first token with that text at the offset or after. */
  find(text: string, offset: number, javascript: string): Token | undefined {
    for (let token = this.tokenFrom(offset); token !== undefined; token = this.tokenFrom(token.end)) {
      if (javascript.slice(token.start, token.end) === text) return token;
    }
    return undefined;
  }

  /** Takes a statement out and keeps its lines. */
  erase(start: number, end: number, javascript: string): void {
    this.edits.replace(start, end, `;${javascript.slice(start, end).replace(/[^\n]+/g, '')}`);
  }

  /** Adds a statement that runs before the module's own. */
  before(text: string, anchor = 0): void {
    this.#prefix.push({ text, anchor });
  }

  writePrefix(): void {
    for (const { text, anchor } of this.#prefix) this.edits.insert(0, `${text} `, anchor);
  }
}

/** The value of a token is what it stands for: a name without escapes. The package's types leave it out. */
function withValues(tokens: readonly Token[]): readonly (Token & { readonly value?: unknown })[] {
  return tokens;
}
