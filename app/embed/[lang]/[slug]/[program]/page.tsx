import type { Metadata } from 'next';
import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { EmbedCard } from '@/app/_components/embed/embed-card';
import { lessonAt, lessonsIn, programOf } from '@/app/_lessons/lessons';
import { languageOf, languageParams } from '@/app/_site/language';
import { lessonPath } from '@/app/_site/paths';

export const dynamicParams = false;

export function generateStaticParams() {
  return languageParams().flatMap(({ lang }) =>
    lessonsIn(lang).flatMap(({ slug, programs }) => programs.map((program) => ({ lang, slug, program }))),
  );
}

interface Props {
  readonly params: Promise<{ readonly lang: string; readonly slug: string; readonly program: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug, program } = await params;
  const language = languageOf(lang);
  const { title } = lessonAt(language, slug);
  return { title: `${program} · ${title} · Spawnpoint`, alternates: { canonical: lessonPath(language, slug) } };
}

/** One program of a lesson, highlighted in the page itself. */
export default async function ProgramEmbedPage({ params }: Props) {
  const { lang: value, slug, program } = await params;
  const lang = languageOf(value);
  const { typescript, python, recordedRun } = programOf(lessonAt(lang, slug), program);
  return (
    <EmbedCard
      programId={`${slug}/${program}`}
      source={typescript}
      highlighted={<HighlightedCode code={typescript} language="typescript" />}
      lang={lang}
      name={program}
      hasRecording={recordedRun !== undefined}
      {...(python === undefined
        ? {}
        : { python: { source: python, highlighted: <HighlightedCode code={python} language="python" /> } })}
    />
  );
}
