import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, lessonFolderPattern } from './lesson-schema';
import { type LessonText, parseLesson } from './lesson-text';

/** A folder of `content/lessons`, as it lies on the disk. */
export interface LessonFolder {
  /** `03-naming-and-identity` */
  name: string;
  path: string;
}

/** The folders of all lessons, in their order. */
export function lessonFolders(root: string): LessonFolder[] {
  return readdirSync(root)
    .filter((name) => lessonFolderPattern.test(name))
    .sort()
    .map((name) => ({ name, path: join(root, name) }));
}

/** @throws Error - the text does not parse; the message names the file. */
export function readLesson(folder: LessonFolder, language: Language): LessonText {
  const file = join(folder.path, `${language}.mdx`);
  return parseLesson(readFileSync(file, 'utf8'), file);
}

export type ProgramForm = 'ts' | 'py' | 'out' | 'run.json';

export function programPath(folder: LessonFolder, program: string, form: ProgramForm): string {
  return join(folder.path, 'programs', `${program}.${form}`);
}

/** The names of all files in the lesson's `programs` folder. */
export function programFiles(folder: LessonFolder): string[] {
  const programs = join(folder.path, 'programs');
  return existsSync(programs) ? readdirSync(programs).sort() : [];
}
