import { messages } from '@/app/_i18n';
import { exercisesIn } from '@/app/_lessons/exercises';
import { headingId } from '@/app/_lessons/headings';
import { lessonsIn } from '@/app/_lessons/lessons';
import { referenceModules } from '@/app/_reference/reference';
import { embeddingPath, homePath, lessonPath, lessonsPath, playgroundPath, referencePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import type { SearchEntry } from './search-entry';

type Found = Omit<SearchEntry, 'id'>;

/** So much of a section's text is looked through. */
const MOST_TEXT = 400;

/** Everything that can be found in one language. */
export function searchEntries(lang: Language): SearchEntry[] {
  return [...lessonEntries(lang), ...referenceEntries(lang), ...pageEntries(lang)].map((entry, id) => ({ id, ...entry }));
}

function lessonEntries(lang: Language): Found[] {
  return lessonsIn(lang).flatMap((lesson): Found[] => {
    const href = lessonPath(lang, lesson.slug);
    const context = lesson.title;
    return [
      { kind: 'lesson', title: lesson.title, context: '', text: `${lesson.lead} ${lesson.description}`, href },
      ...sectionsOf(lesson.body).map(
        ({ title, text }): Found => ({ kind: 'heading', title, context, text, href: `${href}#${headingId(title)}` }),
      ),
      ...[...lesson.body.matchAll(/<Program name="([^"]+)" title="([^"]+)"/g)].map(
        ([, name = '', title = '']): Found => ({ kind: 'program', title, context, text: name, href: `${href}#${name}` }),
      ),
      ...exercisesIn(lesson).map(
        ({ name, text: { title, task } }): Found => ({
          kind: 'exercise',
          title: plain(title[lang]),
          context,
          text: plain(task[lang]).slice(0, MOST_TEXT),
          href: `${href}#${name}`,
        }),
      ),
    ];
  });
}

interface Section {
  readonly title: string;
  readonly text: string;
}

function sectionsOf(body: string): Section[] {
  const prose = body.replace(/^```.*?^```$/gms, '');
  return prose
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return { title: plain(title), text: plain(lines.join(' ')).slice(0, MOST_TEXT) };
    });
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function referenceEntries(lang: Language): Found[] {
  return referenceModules().flatMap(({ name: module, members }) => [
    { kind: 'reference' as const, title: module, context: '', text: '', href: referencePath(lang, module) },
    ...members.flatMap((member) => {
      const href = `${referencePath(lang, module)}#${member.name}`;
      const python = member.pythonName ?? '';
      return [
        { kind: 'reference' as const, title: member.name, context: module, text: `${python} ${member.summary}`, href },
        ...member.members
          .filter(({ name }) => /^\w/.test(name))
          .map((inner) => ({
            kind: 'reference' as const,
            title: `${member.name}.${inner.name}`,
            context: module,
            text: inner.summary,
            href,
          })),
      ];
    }),
  ]);
}

function pageEntries(lang: Language): Found[] {
  const { header } = messages(lang).site;
  const page = (title: string, href: string): Found => ({ kind: 'page', title, context: '', text: '', href });
  return [
    page(header.home, homePath(lang)),
    page(header.lessons, lessonsPath(lang)),
    page(header.playground, playgroundPath(lang)),
    page(header.reference, referencePath(lang)),
    page(messages(lang).embed.docs.title, embeddingPath(lang)),
  ];
}
