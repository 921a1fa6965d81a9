import type { AnyNode, Token } from 'acorn';
import { type EditedText, Edits } from '../edits';
import type { StepNames } from './step-names';
import { TokenSearch } from './token-search';

/** Where functions and classes begin and end in the new text. */
export interface Ranges {
  get(start: number, end: number): readonly [start: number, end: number] | undefined;
}

/** What the passes over one text share: its edits, its tokens, and names for what is added. */
export class StepWriter {
  readonly edits = new Edits();
  readonly tokens: TokenSearch;
  readonly #marks: { readonly start: number; readonly end: number; readonly from: number; readonly to: number }[] = [];
  #markers = 0;
  #guarded = -1;

  constructor(
    readonly code: string,
    tokens: readonly Token[],
    readonly names: StepNames,
  ) {
    this.tokens = new TokenSearch(code, tokens);
  }

  insert(at: number, text: string, anchor = at): void {
    this.edits.insert(at, text, anchor);
  }

  /** A statement begins here that follows others: a parenthesis would continue the one before. */
  guard(statement: AnyNode): void {
    this.#guarded = statement.type === 'ExpressionStatement' ? statement.start : -1;
  }

  /** Begins an expression. */
  open(at: number, text: string, anchor: number): void {
    this.edits.insert(at, at === this.#guarded ? `;${text}` : text, anchor);
    this.#guarded = -1;
  }

  /** Begins a call whose result may be steps. */
  begin(at: number, text: string, anchor: number): void {
    const { is, result } = this.names;
    this.open(at, `(${is}(${result} = ${text}`, anchor);
  }

  end(at: number, anchor: number): void {
    const { result } = this.names;
    this.edits.insert(at, `) ? yield* ${result} : ${result})`, anchor);
  }

  /** How an error calls what is not a function. */
  textFor(callee: AnyNode): string {
    const text = this.code.slice(callee.start, callee.end);
    const member =
      callee.type === 'MemberExpression' && !callee.computed ? this.code.slice(callee.property.start, callee.end) : '';
    const short = /^[\w$.#]+$/.test(text) ? text : member === '' ? '(intermediate value)' : `(intermediate value).${member}`;
    return `, ${JSON.stringify(short)}`;
  }

  /** Remembers where the text of a function or class begins and ends. */
  marked(start: number, end: number, visit: () => void, begin = start): void {
    const from = --this.#markers;
    const to = --this.#markers;
    this.edits.insert(begin, '', from);
    visit();
    this.edits.insert(end, '', to);
    this.#marks.push({ start, end, from, to });
  }

  /** To be asked after the edits have been applied. */
  ranges(edited: EditedText): Ranges {
    const places = new Map<number, number>();
    for (const [at, anchor] of edited.anchors) if (anchor < 0) places.set(anchor, at);
    const ranges = new Map<string, readonly [number, number]>();
    for (const { start, end, from, to } of this.#marks) {
      ranges.set(`${start} ${end}`, [places.get(from) ?? start, places.get(to) ?? end]);
    }
    return { get: (start, end) => ranges.get(`${start} ${end}`) };
  }
}
