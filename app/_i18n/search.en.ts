import type { SearchKind } from '@/app/_search/search-entry';

/** Texts of the search. */
export const searchEn = {
  open: 'Search',
  title: 'Search and commands',
  placeholder: 'Lessons, names, programs, commands …',
  loading: 'Loading …',
  failed: 'The search did not load; perhaps the connection was lost. Close it and search again.',
  nothing: (query: string) => `Nothing found for “${query}”.`,
  howTo: 'Arrow keys choose, Enter opens, Escape closes.',
  kinds: {
    lesson: 'Lessons',
    heading: 'In the lessons',
    program: 'Programs',
    exercise: 'Exercises',
    reference: 'Reference',
    page: 'Pages',
  } satisfies Record<SearchKind, string>,
  actions: 'Commands',
  themes: { light: 'Theme: light', dark: 'Theme: dark', system: 'Theme: system' },
  otherLanguage: '用中文阅读本页',
};
