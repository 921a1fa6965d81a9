import type { Metadata } from 'next';
import { NameTable } from '@/app/_components/reference/name-table';
import { IntentLink } from '@/app/_components/site/intent-link';
import { messages } from '@/app/_i18n';
import { nameRows, referenceModules } from '@/app/_reference/reference';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { referencePath } from '@/app/_site/paths';

export async function generateMetadata({ params }: PageProps<'/[lang]/reference'>): Promise<Metadata> {
  const lang = languageOf((await params).lang);
  const { metaTitle, description } = messages(lang).site.reference;
  return pageMetadata({ lang, path: referencePath(lang), title: metaTitle, description });
}

export default async function ReferencePage({ params }: PageProps<'/[lang]/reference'>) {
  const lang = languageOf((await params).lang);
  const text = messages(lang).site.reference;
  const rows = nameRows().map(({ module, name, python, difference }) => ({
    python,
    name,
    difference,
    href: `${referencePath(lang, module)}#${name}`,
  }));
  return (
    <main id="content" tabIndex={-1} className="page reference">
      <h1 className="title">{text.title}</h1>
      <p className="mt-2 text-ink-2">{text.lead}</p>
      <h2>{text.modules}</h2>
      <ul className="reference-modules">
        {referenceModules().map(({ name, members }) => (
          <li key={name}>
            <IntentLink href={referencePath(lang, name)} translate="no">
              <code>{name}</code>
            </IntentLink>
            <span>{text.names(members.length)}</span>
          </li>
        ))}
      </ul>
      <h2>{text.table}</h2>
      <NameTable rows={rows} words={text.tableWords} />
    </main>
  );
}
