import type { MDXContent } from 'mdx/types';
import type { Lesson } from '@/app/_lessons/lessons';
import type { Language } from '@/content/lesson-schema';
import { lessonComponents } from './lesson-components';

interface LessonTextProps {
  readonly lesson: Lesson;
  readonly lang: Language;
}

export async function LessonText({ lesson, lang }: LessonTextProps) {
  const { default: Content } = (await import(`@/content/lessons/${lesson.folder}/${lang}.mdx`)) as {
    default: MDXContent;
  };
  return <Content components={lessonComponents(lesson, lang)} />;
}
