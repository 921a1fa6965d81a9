import MiniSearch from 'minisearch';
import { withBasePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import type { SearchEntry } from './search-entry';
import { wordsOf } from './words';

const MOST_RESULTS = 24;

export type Search = (query: string) => readonly SearchEntry[];

/** Fetches what there is in a language. */
export async function loadSearch(lang: Language): Promise<Search> {
  const response = await fetch(withBasePath(`/search/${lang}.json`));
  if (!response.ok) throw new Error(`Cannot load what is searched: ${response.status}`);
  return searchIn((await response.json()) as SearchEntry[]);
}

/** Looks entries up by their words: all of them have to be there, the last may be unfinished. */
export function searchIn(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<SearchEntry>({
    fields: ['title', 'context', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, context: 1.5 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (/^[a-z]{6,}$/.test(term) ? 0.34 : false),
      boostDocument: (id) => (entries[id as number]?.kind === 'lesson' ? 2 : 1),
    },
  });
  index.addAll(entries);
  return (query) =>
    index
      .search(query)
      .slice(0, MOST_RESULTS)
      .flatMap(({ id }) => entries[id as number] ?? []);
}
