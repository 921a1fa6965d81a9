import type { Metadata } from 'next';
import { messages } from '@/app/_i18n';
import { languageOf } from '@/app/_site/language';
import { lessonsPath, withBasePath } from '@/app/_site/paths';

export async function generateMetadata({ params }: PageProps<'/[lang]/offline'>): Promise<Metadata> {
  const { metaTitle } = messages(languageOf((await params).lang)).site.offline;
  return { title: metaTitle, robots: { index: false } };
}

/** What the service worker shows without a network in the place of a page that it does not have. Scripts do not run there. */
export default async function OfflinePage({ params }: PageProps<'/[lang]/offline'>) {
  const lang = languageOf((await params).lang);
  const text = messages(lang).site.offline;
  return (
    <main id="content" tabIndex={-1} className="page page-narrow">
      <h1 className="title">{text.title}</h1>
      <p className="mt-2 mb-6 text-ink-2">{text.lead}</p>
      <a className="button" data-primary href={withBasePath(lessonsPath(lang))}>
        {text.lessons}
      </a>
    </main>
  );
}
