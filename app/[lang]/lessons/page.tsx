import type { Metadata } from 'next';
import '@/app/_components/exercise/exercise.css';
import { ProgressPanel } from '@/app/_components/exercise/progress-panel';
import { LessonCard } from '@/app/_components/lesson/lesson-card';
import { messages } from '@/app/_i18n';
import { exerciseIds } from '@/app/_lessons/exercises';
import { chaptersIn } from '@/app/_lessons/lessons';
import { languageOf } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { lessonsPath } from '@/app/_site/paths';

export async function generateMetadata({ params }: PageProps<'/[lang]/lessons'>): Promise<Metadata> {
  const lang = languageOf((await params).lang);
  const { metaTitle, description } = messages(lang).site.lessons;
  return pageMetadata({ lang, path: lessonsPath(lang), title: metaTitle, description });
}

export default async function LessonsPage({ params }: PageProps<'/[lang]/lessons'>) {
  const lang = languageOf((await params).lang);
  const text = messages(lang).site.lessons;
  return (
    <main id="content" tabIndex={-1} className="page page-narrow">
      <h1 className="title">{text.title}</h1>
      <p className="mt-2 text-balance text-ink-2">{text.lead}</p>
      {chaptersIn(lang).map(({ id, title, lessons }) => (
        <section key={id} className="mt-10" aria-labelledby={id}>
          <h2 className="eyebrow" id={id}>
            {title}
          </h2>
          <ol className="lesson-cards">
            {lessons.map((lesson) => (
              <LessonCard key={lesson.slug} lesson={lesson} lang={lang} />
            ))}
          </ol>
        </section>
      ))}
      <ProgressPanel lang={lang} exercises={exerciseIds(lang)} />
    </main>
  );
}
