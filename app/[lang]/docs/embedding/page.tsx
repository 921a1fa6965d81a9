import type { MDXComponents, MDXContent } from 'mdx/types';
import type { Metadata } from 'next';
import { cloneElement, type ComponentProps, type ReactElement } from 'react';
import { proseComponents } from '@/app/_components/lesson/prose-components';
import { messages } from '@/app/_i18n';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { embeddingPath } from '@/app/_site/paths';
import { siteAddress } from '@/app/_site/site-address';
import type { Language } from '@/content/lesson-schema';

interface Props {
  readonly params: Promise<{ readonly lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = languageOf((await params).lang);
  const { metaTitle, description } = messages(lang).embed.docs;
  return pageMetadata({ lang, path: embeddingPath(lang), title: metaTitle, description });
}

/** For whoever writes pages of their own. */
export default async function EmbeddingPage({ params }: Props) {
  const lang = languageOf((await params).lang);
  const { default: Content } = (await import(`@/content/docs/embedding.${lang}.mdx`)) as { default: MDXContent };
  return (
    <main id="content" tabIndex={-1} className="page page-narrow">
      <article className="lesson prose">
        <h1 className="title">{messages(lang).embed.docs.title}</h1>
        <Content components={components(lang)} />
      </article>
    </main>
  );
}

/** The texts say `https://SITE/`: here it is this site. */
function components(lang: Language): MDXComponents {
  const prose = proseComponents(lang);
  const here = (text: string) =>
    text.replaceAll(/https:\/\/SITE(?:\/|\b)/g, (found) => siteAddress().slice(0, found.endsWith('/') ? undefined : -1));
  return {
    ...prose,
    code: ({ children, ...rest }: ComponentProps<'code'>) => (
      <code {...rest}>{typeof children === 'string' ? here(children) : children}</code>
    ),
    pre: ({ children }: { readonly children: ReactElement<{ children: string }> }) => (
      <prose.pre>{cloneElement(children, { children: here(children.props.children) })}</prose.pre>
    ),
  };
}
