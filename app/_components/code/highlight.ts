import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import shell from 'shiki/langs/shellscript.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import { kindOfColor, syntaxTheme } from './syntax-theme';

export const codeLanguages = ['typescript', 'python', 'shellscript', 'text'] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

const fenceNames: Readonly<Record<string, CodeLanguage>> = {
  ts: 'typescript',
  js: 'typescript',
  typescript: 'typescript',
  py: 'python',
  python: 'python',
  sh: 'shellscript',
  bash: 'shellscript',
  jsx: 'typescript',
  html: 'text',
  md: 'text',
  console: 'text',
  text: 'text',
  txt: 'text',
};

/** @throws Error - no such language is known: a typing error would otherwise go unnoticed. */
export function languageOfFence(name: string | undefined): CodeLanguage {
  const language = name === undefined ? 'text' : fenceNames[name];
  if (language === undefined) throw new Error(`Cannot highlight a language: ${String(name)}`);
  return language;
}

let highlighter: Promise<HighlighterCore> | undefined;

function sharedHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [syntaxTheme],
    langs: [typescript, python, shell],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** HTML of the lines of `source`: one block per line, one span per run of a colour. */
export async function highlightLines(source: string, language: CodeLanguage): Promise<string> {
  const { tokens } = (await sharedHighlighter()).codeToTokens(source.replace(/\n$/, ''), {
    lang: language,
    theme: 'spawnpoint',
    // By default a line that takes long, as the first ones do on a busy machine, is left half coloured.
    tokenizeTimeLimit: 0,
  });
  const lines = tokens.map((line) => {
    const runs: { kind: string | undefined; text: string }[] = [];
    for (const { content, color } of line) {
      const kind = kindOfColor(color);
      const last = runs.at(-1);
      if (last !== undefined && last.kind === kind) last.text += content;
      else runs.push({ kind, text: content });
    }
    return runs
      .map(({ kind, text }) => (kind === undefined ? escapeHtml(text) : `<span class="syn-${kind}">${escapeHtml(text)}</span>`))
      .join('');
  });
  // The newlines are for those who copy, search or print; between blocks they take no room.
  return lines.map((line) => `<span class="line">${line}</span>`).join('\n');
}
