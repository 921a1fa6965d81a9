import { messages } from '@/app/_i18n';
import type { Chapter } from '@/app/_lessons/lessons';
import { lessonPath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import { LessonLink } from './lesson-link';

interface CourseOutlineProps {
  readonly lang: Language;
  readonly chapters: readonly Chapter[];
}

/** Chapters and lessons, with the reader's marks. */
export function CourseOutline({ lang, chapters }: CourseOutlineProps) {
  const { visited, ran, done } = messages(lang).site.progress;
  return chapters.map(({ id, title, lessons }) => (
    <section key={id} className="outline-chapter">
      <p className="eyebrow">{title}</p>
      <ol>
        {lessons.map((lesson) => (
          <li key={lesson.slug}>
            <LessonLink
              href={lessonPath(lang, lesson.slug)}
              slug={lesson.slug}
              title={lesson.title}
              labels={{ visited, ran, done }}
            />
          </li>
        ))}
      </ol>
    </section>
  ));
}
