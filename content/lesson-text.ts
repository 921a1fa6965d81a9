import { parse } from 'yaml';
import { type LessonFrontmatter, lessonFrontmatterSchema } from './lesson-schema';

/** One language's text of a lesson. */
export interface LessonText {
  frontmatter: LessonFrontmatter;
  /** The MDX below the frontmatter. */
  body: string;
}

/**
 * Splits a lesson's MDX into its validated frontmatter and the rest.
 *
 * @param file - named in errors.
 * @throws Error - the frontmatter is missing or does not fit the schema.
 */
export function parseLesson(text: string, file: string): LessonText {
  const parts = /^---\n(?<yaml>.*?\n)---\n(?<body>.*)$/s.exec(text)?.groups;
  if (parts === undefined) throw new Error(`Cannot find the frontmatter: ${file}`);
  const frontmatter = lessonFrontmatterSchema.safeParse(parse(parts['yaml'] ?? ''));
  if (!frontmatter.success) {
    throw new Error(`Cannot accept the frontmatter: ${file}\n${frontmatter.error.message}`);
  }
  return { frontmatter: frontmatter.data, body: parts['body'] ?? '' };
}
