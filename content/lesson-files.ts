import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type Language,
  type LessonFrontmatter,
  lessonFolderPattern,
  lessonFrontmatterSchema,
} from './lesson-schema';

/** A folder of `content/lessons`, as it lies on the disk. */
export interface LessonFolder {
  /** `03-naming-and-identity` */
  name: string;
  path: string;
}

/** One language's text of a lesson. */
export interface LessonText {
  frontmatter: LessonFrontmatter;
  /** The MDX below the frontmatter. */
  body: string;
}

/** The folders of all lessons, in their order. */
export function lessonFolders(root: string): LessonFolder[] {
  return readdirSync(root)
    .filter((name) => lessonFolderPattern.test(name))
    .sort()
    .map((name) => ({ name, path: join(root, name) }));
}

/** @throws Error - the frontmatter is missing or does not fit the schema; the text names the file. */
export function readLesson(folder: LessonFolder, language: Language): LessonText {
  const file = join(folder.path, `${language}.mdx`);
  const parts = /^---\n(?<yaml>.*?\n)---\n(?<body>.*)$/s.exec(readFileSync(file, 'utf8'))?.groups;
  if (parts === undefined) throw new Error(`Cannot find the frontmatter: ${file}`);
  const frontmatter = lessonFrontmatterSchema.safeParse(parse(parts['yaml'] ?? ''));
  if (!frontmatter.success)
    throw new Error(`Cannot accept the frontmatter: ${file}\n${frontmatter.error.message}`);
  return { frontmatter: frontmatter.data, body: parts['body'] ?? '' };
}

export type ProgramForm = 'ts' | 'py' | 'out';

export function programPath(folder: LessonFolder, program: string, form: ProgramForm): string {
  return join(folder.path, 'programs', `${program}.${form}`);
}

/** The names of all files in the lesson's `programs` folder. */
export function programFiles(folder: LessonFolder): string[] {
  const programs = join(folder.path, 'programs');
  return existsSync(programs) ? readdirSync(programs).sort() : [];
}
