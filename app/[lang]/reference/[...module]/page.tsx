import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReferenceEntry } from '@/app/_components/reference/reference-entry';
import { IntentLink } from '@/app/_components/site/intent-link';
import { messages } from '@/app/_i18n';
import { referenceModule, referenceModules } from '@/app/_reference/reference';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { playgroundPath, referencePath } from '@/app/_site/paths';

type Props = PageProps<'/[lang]/reference/[...module]'>;

export const dynamicParams = false;

export function generateStaticParams(): { module: string[] }[] {
  return referenceModules().map(({ name }) => ({ module: name.split('/') }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: value, module } = await params;
  const lang = languageOf(value);
  const name = module.join('/');
  const { metaModule, moduleDescription } = messages(lang).site.reference;
  return pageMetadata({ lang, path: referencePath(lang, name), title: metaModule(name), description: moduleDescription(name) });
}

export default async function ReferenceModulePage({ params }: Props) {
  const { lang: value, module } = await params;
  const lang = languageOf(value);
  const found = referenceModule(module.join('/'));
  if (found === undefined) notFound();
  const { reference, lessons } = messages(lang).site;
  const words = { ...reference.entry, copy: lessons.copy, copied: lessons.copied, copyFailed: lessons.copyFailed };
  return (
    <main id="content" tabIndex={-1} className="page reference">
      <p className="reference-up">
        <IntentLink href={referencePath(lang)}>{reference.title}</IntentLink>
      </p>
      <h1 className="title" translate="no">
        {found.name}
      </h1>
      <nav className="reference-names" aria-label={reference.names(found.members.length)}>
        {found.members.map(({ name }) => (
          <a key={name} href={`#${name}`} translate="no">
            {name}
          </a>
        ))}
      </nav>
      {found.members.map((entry) => (
        <ReferenceEntry key={entry.name} entry={entry} words={words} playground={playgroundPath(lang)} />
      ))}
    </main>
  );
}
