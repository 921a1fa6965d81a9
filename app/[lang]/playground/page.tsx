import type { Metadata } from 'next';
import { Program } from '@/app/_components/lesson/program';
import { Automation } from '@/app/_components/playground/automation/automation';
import { messages } from '@/app/_i18n';
import { lessonsIn } from '@/app/_lessons/lessons';
import { showcaseProgram } from '@/app/_lessons/showcase';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { playgroundPath } from '@/app/_site/paths';

export async function generateMetadata({ params }: PageProps<'/[lang]/playground'>): Promise<Metadata> {
  const lang = languageOf((await params).lang);
  const { metaTitle, description } = messages(lang).site.playground;
  return pageMetadata({ lang, path: playgroundPath(lang), title: metaTitle, description });
}

export default async function PlaygroundPage({ params }: PageProps<'/[lang]/playground'>) {
  const lang = languageOf((await params).lang);
  const text = messages(lang).site.playground;
  const examples = lessonsIn(lang).map(({ slug, title, programs }) => ({ slug, title, programs }));
  return (
    <main id="content" tabIndex={-1} className="page">
      <h1 className="title">{text.title}</h1>
      <p className="mt-2 text-ink-2">{text.lead}</p>
      <Program
        programId="playground/default"
        program={showcaseProgram(lang)}
        lang={lang}
        title={text.title}
        opensLinks
        examples={examples}
      />
      <Automation />
    </main>
  );
}
