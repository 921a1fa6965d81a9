import type { Token } from 'acorn';

/** Finds tokens of a text by where they stand. */
export class TokenSearch {
  constructor(
    private readonly code: string,
    private readonly tokens: readonly Token[],
  ) {}

  from(offset: number): Token {
    let low = 0;
    for (let high = this.tokens.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    const token = this.tokens[low];
    if (token === undefined) throw new TypeError(`Cannot find a token after offset ${offset}`);
    return token;
  }

  find(offset: number, text: string): number {
    for (let token = this.from(offset); ; token = this.from(token.end)) {
      if (this.code.startsWith(text, token.start) && token.end - token.start === text.length) return token.start;
    }
  }

  findBack(offset: number, text: string): number {
    for (let at = this.code.lastIndexOf(text, offset - 1); ; at = this.code.lastIndexOf(text, at - 1)) {
      if (at < 0) throw new TypeError(`Cannot find '${text}' before offset ${offset}`);
      if (this.from(at).start === at) return at;
    }
  }

  openParen(offset: number): number {
    return this.find(offset, '(');
  }

  openBrace(offset: number): number {
    return this.find(offset, '{');
  }

  /** The dot or bracket behind an object. */
  dot(offset: number): number {
    for (let token = this.from(offset); ; token = this.from(token.end)) {
      if (/^(?:\.|\?\.|\[)$/.test(this.code.slice(token.start, token.end))) return token.start;
    }
  }
}
