import { kindOfColor, syntaxTheme, type TokenKind } from '@/app/_components/code/syntax-theme';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import typescript from 'shiki/langs/typescript.mjs';
import { INITIAL, type StateStack } from 'shiki/textmate';

export type { StateStack };

export interface SyntaxToken {
  readonly start: number;
  readonly kind: TokenKind | undefined;
}

export interface SyntaxLine {
  readonly tokens: readonly SyntaxToken[];
  readonly endState: StateStack;
}

/** The grammar and colours the static text was highlighted with, so that an editor's colours are the very same. */
export interface Syntax {
  readonly initialState: StateStack;
  tokenizeLine(line: string, state: StateStack): SyntaxLine;
}

/** Where in a token's metadata the number of its colour is (vscode-textmate). */
const FOREGROUND_SHIFT = 15;
const FOREGROUND_MASK = 0x1ff;

// One grammar serves all playgrounds of a page.
let syntax: Promise<Syntax> | undefined;

export function loadSyntax(): Promise<Syntax> {
  syntax ??= createSyntax();
  return syntax;
}

async function createSyntax(): Promise<Syntax> {
  const highlighter = await createHighlighterCore({
    themes: [syntaxTheme],
    langs: [typescript],
    engine: createJavaScriptRegexEngine(),
  });
  const { theme, colorMap } = highlighter.setTheme(syntaxTheme.name ?? 'spawnpoint');
  // The library stands in a number for each colour that is not one itself.
  const kinds = colorMap.map((colour) => kindOfColor(theme.colorReplacements?.[colour.toLowerCase()]));
  const grammar = highlighter.getLanguage('typescript');
  return {
    initialState: INITIAL,
    tokenizeLine(line, state) {
      const { tokens: flat, ruleStack } = grammar.tokenizeLine2(line, state);
      const tokens: SyntaxToken[] = [];
      for (let i = 0; i < flat.length; i += 2) {
        const kind = kinds[((flat[i + 1] ?? 0) >>> FOREGROUND_SHIFT) & FOREGROUND_MASK];
        if (tokens.length === 0 || tokens.at(-1)?.kind !== kind) tokens.push({ start: flat[i] ?? 0, kind });
      }
      return { tokens, endState: ruleStack };
    },
  };
}
