import { z } from 'zod';

/** Chapters in the order of the sidebar; a lesson's folder number orders it inside its chapter. */
export const chapters = [
  { id: 'processes', title: { en: 'Processes', zh: '进程' } },
  { id: 'pools', title: { en: 'Pools', zh: '进程池' } },
  { id: 'talking', title: { en: 'Talking', zh: '通信' } },
  { id: 'sharing', title: { en: 'Sharing', zh: '共享' } },
] as const;

export type ChapterId = (typeof chapters)[number]['id'];

export type { Language } from './languages';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case');

const everyRule = {
  /** `ignore` when what goes to stderr cannot be the same in both languages. Exit statuses always must be. */
  stderr: z.enum(['compare', 'ignore']).default('compare'),
  /** Longest run allowed, in seconds, on a slow machine. */
  seconds: z.number().positive().max(120).default(20),
  /** The program that runs at the same time on another machine; each of the two names the other. */
  beside: kebab.optional(),
};

/**
 * How a run of a program is compared with CPython's recording.
 *
 * - `exact`: the same lines in the same order.
 * - `set`: the same lines, each as often, in any order.
 * - `pattern`: every line of stdout fits the pattern of its position, or with `anyOrder` a pattern of its own.
 *   In a pattern `{int}`, `{decimal}` and `{any}` stand for what differs from machine to machine. stderr is
 *   compared as in `exact`.
 *
 * In `exact` and `set`, pids may be any numbers as long as equal ones stay equal and different ones different.
 */
export const compareRuleSchema = z.discriminatedUnion('compare', [
  z.strictObject({ compare: z.literal('exact'), ...everyRule }),
  z.strictObject({ compare: z.literal('set'), ...everyRule }),
  z.strictObject({
    compare: z.literal('pattern'),
    ...everyRule,
    stdout: z.array(z.string()).min(1),
    anyOrder: z.boolean().default(false),
  }),
]);

export type CompareRule = z.output<typeof compareRuleSchema>;

/** Frontmatter of `content/lessons/NN-slug/{en,zh}.mdx`. */
export const lessonFrontmatterSchema = z.strictObject({
  title: z.string().min(1).max(60),
  /** One or two sentences under the title. */
  lead: z.string().min(1).max(240),
  /** For search engines and previews. */
  description: z.string().min(1).max(200),
  chapter: z.enum(chapters.map((chapter) => chapter.id)),
  /** Reading and trying, for the average reader. */
  minutes: z.number().int().positive().max(60),
  /** The files `programs/NAME.{ts,py,out}` of the lesson. */
  programs: z.record(kebab, compareRuleSchema),
});

export type LessonFrontmatter = z.output<typeof lessonFrontmatterSchema>;

/** Folder name of a lesson: `03-naming-and-identity`. The slug is what follows the number. */
export const lessonFolderPattern = /^(?<number>\d{2})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$/;
