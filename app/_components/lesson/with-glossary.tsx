import { Children, type ReactNode } from 'react';
import { type GlossaryTerm as Term, glossary } from '@/content/glossary';
import type { Language } from '@/content/lesson-schema';
import { GlossaryTerm } from './glossary-term';

/** Explains terms in the text of a paragraph, each the first time only: those still in `open`. */
export function withGlossary(children: ReactNode, lang: Language, open: Set<Term>): ReactNode {
  return Children.map(children, (child) => (typeof child === 'string' ? explained(child, lang, open) : child));
}

/** The terms that a text has not come to yet. */
export function openTerms(): Set<Term> {
  return new Set(glossary);
}

function explained(text: string, lang: Language, open: Set<Term>): ReactNode {
  for (const term of open) {
    const found = term.written[lang].exec(text);
    if (found === null) continue;
    open.delete(term);
    const [word] = found;
    return (
      <>
        {explained(text.slice(0, found.index), lang, open)}
        <GlossaryTerm meaning={term.meaning[lang]}>{word}</GlossaryTerm>
        {explained(text.slice(found.index + word.length), lang, open)}
      </>
    );
  }
  return text;
}
