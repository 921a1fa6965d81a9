import { join } from 'node:path';
import { cache } from 'react';
import { type Exercise, exercisesOf } from '@/content/exercise-files';
import type { Language } from '@/content/lesson-schema';
import { type Lesson, lessonsIn } from './lessons';

const root = join(process.cwd(), 'content', 'lessons');

/** The exercises of a lesson, in their order. */
export const exercisesIn = cache((lesson: Lesson): readonly Exercise[] =>
  exercisesOf({ name: lesson.folder, path: join(root, lesson.folder) }),
);

/** Of all lessons, in their order. */
export function exerciseIds(lang: Language): readonly string[] {
  return lessonsIn(lang).flatMap((lesson) => exercisesIn(lesson).map(({ name }) => exerciseId(lesson.slug, name)));
}

/** What progress is kept under. */
export function exerciseId(slug: string, name: string): string {
  return `${slug}/exercises/${name}`;
}
