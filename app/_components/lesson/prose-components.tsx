import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import { messages } from '@/app/_i18n';
import type { Language } from '@/content/lesson-schema';
import { CodeBlock } from './code-block';
import { ChineseEmphasis } from './emphasis';
import { LessonHeading } from './lesson-heading';

/** Markdown's own elements, as the site's texts have them. */
export function proseComponents(lang: Language) {
  const text = messages(lang).site.lessons;
  const copyLabels = { copy: text.copy, copied: text.copied, failed: text.copyFailed };
  return {
    ...(lang === 'zh' ? { em: ChineseEmphasis } : {}),
    h2: ({ children }: ComponentProps<'h2'>) => (
      <LessonHeading as="h2" linkTo={text.linkTo}>
        {children}
      </LessonHeading>
    ),
    h3: ({ children }: ComponentProps<'h3'>) => (
      <LessonHeading as="h3" linkTo={text.linkTo}>
        {children}
      </LessonHeading>
    ),
    pre: ({ children }: ComponentProps<'pre'>) => (
      <CodeBlock label={text.scrollableCode} copyLabels={copyLabels}>
        {children}
      </CodeBlock>
    ),
    table: ({ children }: ComponentProps<'table'>) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div className="scroll-x" tabIndex={0} role="group" aria-label={text.scrollableTable}>
        <table>{children}</table>
      </div>
    ),
  } satisfies MDXComponents;
}
