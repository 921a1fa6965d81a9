import type { Metadata } from 'next';
import { Exercises } from '@/app/_components/exercise/exercises';
import { DoneButton } from '@/app/_components/lesson/done-button';
import { LessonText } from '@/app/_components/lesson/lesson-text';
import { LessonVisit } from '@/app/_components/lesson/lesson-visit';
import { PreviousNext } from '@/app/_components/lesson/previous-next';
import { TableOfContents } from '@/app/_components/lesson/table-of-contents';
import { IntentLink } from '@/app/_components/site/intent-link';
import { messages } from '@/app/_i18n';
import { exercisesIn } from '@/app/_lessons/exercises';
import { headingId, headingsOf } from '@/app/_lessons/headings';
import { lessonAt, lessonsIn, placeOf } from '@/app/_lessons/lessons';
import { editAddress } from '@/app/_site/edit-address';
import { languageOf, languageParams } from '@/app/_site/language';
import { pageMetadata } from '@/app/_site/metadata';
import { lessonPath, lessonsPath, oembedPath } from '@/app/_site/paths';

export const dynamicParams = false;

export function generateStaticParams() {
  return languageParams().flatMap(({ lang }) => lessonsIn(lang).map(({ slug }) => ({ lang, slug })));
}

type LessonPageProps = PageProps<'/[lang]/lessons/[slug]'>;

async function addressed(params: LessonPageProps['params']) {
  const { lang: language, slug } = await params;
  const lang = languageOf(language);
  return { lang, lesson: lessonAt(lang, slug) };
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const { lang, lesson } = await addressed(params);
  const title = messages(lang).site.lessons.metaLesson(lesson.title);
  const { slug, description } = lesson;
  const metadata = pageMetadata({ lang, path: lessonPath(lang, slug), title, description, image: slug });
  // How other sites find out how to show a program of this page.
  const types = {
    'application/json+oembed': lesson.programs.map((name) => ({ url: oembedPath(lang, `${lesson.slug}/${name}`), title: name })),
  };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { lang, lesson } = await addressed(params);
  const { lessons: text, progress } = messages(lang).site;
  const { chapter, number, previous, next } = placeOf(lang, lesson);
  const { markDone, isDone, takeOff } = progress;
  const { heading } = messages(lang).exercises;
  const exerciseHeading = exercisesIn(lesson).length === 0 ? [] : [{ id: headingId(heading), text: heading }];
  const editHref = editAddress(`content/lessons/${lesson.folder}/${lang}.mdx`);

  return (
    <>
      <main id="content" tabIndex={-1}>
        <LessonVisit slug={lesson.slug} />
        <article className="lesson prose">
          <p className="crumb">
            <IntentLink href={lessonsPath(lang)} className="hover:text-accent">
              {text.position(chapter.title, number, chapter.lessons.length)}
            </IntentLink>
          </p>
          <h1 className="title">{lesson.title}</h1>
          <p className="lead">{lesson.lead}</p>
          <LessonText lesson={lesson} lang={lang} />
          <Exercises lesson={lesson} lang={lang} />
          <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
            <DoneButton slug={lesson.slug} markDone={markDone} isDone={isDone} takeOff={takeOff} />
            {editHref !== null && (
              <a className="edit-link no-print" href={editHref}>
                {text.edit}
              </a>
            )}
          </div>
          <PreviousNext lang={lang} previous={previous} next={next} />
        </article>
      </main>
      <TableOfContents label={text.contents} headings={[...headingsOf(lesson.body, text.tryThis), ...exerciseHeading]} />
    </>
  );
}
