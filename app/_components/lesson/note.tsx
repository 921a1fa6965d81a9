import type { ReactNode } from 'react';

export type NoteKind = 'python' | 'tip' | 'warn';

/** Full-width punctuation brings its own space. */
const isLatin = /[!-~]$/;

interface NoteProps {
  readonly kind?: NoteKind | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** An aside in the text. Its label runs into the first paragraph. */
export function Note({ kind, label, children }: NoteProps) {
  return (
    <div className="note" role="note" data-kind={kind}>
      {label !== undefined && <b>{isLatin.test(label) ? `${label} ` : label}</b>}
      {children}
    </div>
  );
}
