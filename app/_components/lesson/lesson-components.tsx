import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import { messages } from '@/app/_i18n';
import { type Lesson, programOf } from '@/app/_lessons/lessons';
import type { Language } from '@/content/lesson-schema';
import type { SpotOfText } from '@/content/spots';
import { LessonHeading } from './lesson-heading';
import { Note, type NoteKind } from './note';
import { Program } from './program';
import { See } from './see';
import { proseComponents } from './prose-components';
import { openTerms, withGlossary } from './with-glossary';

/** What a lesson's MDX may use: `Program`, `Machines`, `Note`, `See`, `Try`, and Markdown's own elements. */
export function lessonComponents(lesson: Lesson, lang: Language): MDXComponents {
  const text = messages(lang).site.lessons;
  const terms = openTerms();

  return {
    p: ({ children }: { children?: ReactNode }) => <p>{withGlossary(children, lang, terms)}</p>,
    Program: ({ name, title }: { name: string; title?: string }) => (
      <div className="wide program">
        {title !== undefined && <p className="program-title">{title}</p>}
        <Program
          programId={`${lesson.slug}/${name}`}
          program={programOf(lesson, name)}
          lang={lang}
          title={text.program(title ?? name)}
        />
      </div>
    ),
    See: ({ program, children, ...spot }: SpotOfText & { children: ReactNode }) => (
      <See programId={`${lesson.slug}/${program}`} spot={spot} hint={text.see}>
        {children}
      </See>
    ),
    // Programs of different machines, side by side where there is room.
    Machines: ({ children }: { children: ReactNode }) => <div className="wide machines">{children}</div>,
    Note: ({ kind, children }: { kind?: NoteKind; children: ReactNode }) => (
      <Note kind={kind} label={kind === 'python' ? text.pythonNote : undefined}>
        {children}
      </Note>
    ),
    Try: ({ children }: { children: ReactNode }) => (
      <>
        <LessonHeading as="h2" linkTo={text.linkTo}>
          {text.tryThis}
        </LessonHeading>
        <div className="try">{children}</div>
      </>
    ),
    ...proseComponents(lang),
  };
}
