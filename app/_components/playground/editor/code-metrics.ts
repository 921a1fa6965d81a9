/** What the static text, the plain editor, Monaco and CodeMirror agree on; `styles/code.css` says the same. */
export const CODE_METRICS = {
  fontSize: 13.5,
  /** Monaco draws lines of whole pixels only. */
  lineHeight: 22,
  paddingBlock: 14,
  /** With Monaco's three digits and its folding arrows this makes a gutter of 44 pixels. */
  monacoDecorationsWidth: 4,
} as const;
