import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from 'react';
import { contentHash } from '@/app/_components/playground/session/content-hash';
import {
  type LessonFolder,
  lessonFolders,
  type ProgramForm,
  programFiles,
  programPath,
  readLesson,
} from '@/content/lesson-files';
import { type ChapterId, chapters, type Language, lessonFolderPattern } from '@/content/lesson-schema';

export interface Lesson {
  readonly slug: string;
  /** `03-naming-and-identity` */
  readonly folder: string;
  readonly chapter: ChapterId;
  readonly title: string;
  readonly lead: string;
  readonly description: string;
  readonly minutes: number;
  readonly programs: readonly string[];
  /** The MDX below the frontmatter. */
  readonly body: string;
}

export interface Chapter {
  readonly id: ChapterId;
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

export interface LessonProgram {
  readonly typescript: string;
  readonly python?: string;
  /** Text of `NAME.run.json`, when that was recorded with this very program. */
  readonly recordedRun?: string;
}

const root = join(process.cwd(), 'content', 'lessons');

function slugOf(folder: string): string {
  const slug = lessonFolderPattern.exec(folder)?.groups?.['slug'];
  if (slug === undefined) throw new Error(`Cannot name a lesson: ${folder}`);
  return slug;
}

function load(folder: LessonFolder, lang: Language): Lesson {
  const { frontmatter, body } = readLesson(folder, lang);
  const { title, lead, description, chapter, minutes, programs } = frontmatter;
  const names = Object.keys(programs);
  const files = new Set(programFiles(folder));
  const missing = names.find((name) => !files.has(`${name}.ts`));
  if (missing !== undefined) throw new Error(`Cannot find a program of ${folder.name}/${lang}.mdx: programs/${missing}.ts`);
  return { slug: slugOf(folder.name), folder: folder.name, chapter, title, lead, description, minutes, programs: names, body };
}

/** All lessons in their order. Every lesson must exist, and be valid, in every language. */
export const lessonsIn = cache((lang: Language): readonly Lesson[] => lessonFolders(root).map((folder) => load(folder, lang)));

/** The chapters that have lessons. */
export const chaptersIn = cache((lang: Language): readonly Chapter[] =>
  chapters
    .map(({ id, title }) => ({ id, title: title[lang], lessons: lessonsIn(lang).filter((lesson) => lesson.chapter === id) }))
    .filter((chapter) => chapter.lessons.length > 0),
);

/** @throws Error - no lesson has that slug. */
export function lessonAt(lang: Language, slug: string): Lesson {
  const lesson = lessonsIn(lang).find((candidate) => candidate.slug === slug);
  if (lesson === undefined) throw new Error(`Cannot find a lesson: ${slug}`);
  return lesson;
}

export interface LessonPlace {
  readonly chapter: Chapter;
  /** Counted from 1, in its chapter. */
  readonly number: number;
  readonly previous: Lesson | undefined;
  readonly next: Lesson | undefined;
}

/** Where a lesson stands: in its chapter, and between its neighbours in the course. */
export function placeOf(lang: Language, lesson: Lesson): LessonPlace {
  const inOrder = chaptersIn(lang).flatMap((chapter) => chapter.lessons);
  const index = inOrder.indexOf(lesson);
  const chapter = chaptersIn(lang).find(({ id }) => id === lesson.chapter);
  if (chapter === undefined) throw new Error(`Cannot find the chapter of a lesson: ${lesson.slug}`);
  return {
    chapter,
    number: chapter.lessons.indexOf(lesson) + 1,
    previous: inOrder[index - 1],
    next: inOrder[index + 1],
  };
}

/** @throws Error - the lesson's frontmatter does not list that program. */
export function programOf(lesson: Lesson, name: string): LessonProgram {
  if (!lesson.programs.includes(name)) {
    throw new Error(`Cannot show a program that the frontmatter of ${lesson.folder} does not list: ${name}`);
  }
  const folder = { name: lesson.folder, path: join(root, lesson.folder) };
  const read = (form: ProgramForm) => readFileSync(programPath(folder, name, form), 'utf8');
  const files = programFiles(folder);
  const typescript = read('ts');
  const run = files.includes(`${name}.run.json`) ? read('run.json') : undefined;
  const isOfToday = run?.includes(`"source": "${contentHash(typescript)}"`) === true;
  return {
    typescript,
    ...(files.includes(`${name}.py`) ? { python: read('py') } : {}),
    ...(isOfToday ? { recordedRun: run } : {}),
  };
}
