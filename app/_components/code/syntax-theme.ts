import type { ThemeRegistrationRaw } from 'shiki/core';

/** The kinds of token the site tells apart; each is a class `syn-…` and a variable `--syn-…` of the tokens. */
export const tokenKinds = [
  'keyword',
  'string',
  'function',
  'type',
  'number',
  'comment',
  'constant',
  'punctuation',
  'regexp',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

const scopes: Record<TokenKind, string[]> = {
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'variable.language.this',
    'variable.language.super',
    'support.variable.property.importmeta',
  ],
  string: ['string', 'punctuation.definition.string', 'punctuation.definition.template-expression', 'constant.character.escape'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic.python', 'entity.name.type.class'],
  type: ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class', 'meta.type.annotation entity.name'],
  number: ['constant.numeric'],
  constant: ['constant.language', 'variable.other.constant.property'],
  regexp: ['string.regexp', 'punctuation.definition.string.begin.regexp', 'punctuation.definition.string.end.regexp'],
  comment: ['comment', 'punctuation.definition.comment'],
};

const variable = (kind: string) => `var(--syn-${kind})`;

/** One theme for light and dark: its colours are names of variables. */
export const syntaxTheme: ThemeRegistrationRaw = {
  name: 'spawnpoint',
  type: 'light',
  settings: [
    { settings: { foreground: variable('text'), background: 'var(--surface)' } },
    ...Object.entries(scopes).map(([kind, scope]) => ({ scope, settings: { foreground: variable(kind) } })),
    // What stands between `${` and `}` is code again.
    { scope: 'meta.template.expression', settings: { foreground: variable('text') } },
  ],
};

/** The kind whose colour a token has; undefined for plain text. */
export function kindOfColor(color: string | undefined): TokenKind | undefined {
  return tokenKinds.find((kind) => color === variable(kind));
}
