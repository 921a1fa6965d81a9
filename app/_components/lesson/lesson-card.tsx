import { IntentLink } from '@/app/_components/site/intent-link';
import { ProgressMark } from '@/app/_components/site/progress-mark';
import { messages } from '@/app/_i18n';
import type { Lesson } from '@/app/_lessons/lessons';
import { lessonPath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';

interface LessonCardProps {
  readonly lesson: Lesson;
  readonly lang: Language;
}

/** A lesson in the list of all lessons. */
export function LessonCard({ lesson, lang }: LessonCardProps) {
  const { lessons, progress } = messages(lang).site;
  const { visited, ran, done } = progress;
  return (
    <li>
      <IntentLink href={lessonPath(lang, lesson.slug)} className="lesson-card">
        <span className="lesson-card-title">
          <ProgressMark slug={lesson.slug} labels={{ visited, ran, done }}>
            {lesson.title}
          </ProgressMark>
          <span className="lesson-card-minutes">{lessons.minutes(lesson.minutes)}</span>
        </span>
        <span className="lesson-card-lead">{lesson.lead}</span>
      </IntentLink>
    </li>
  );
}
