export const searchKinds = ['lesson', 'heading', 'program', 'exercise', 'reference', 'page'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What can be found. */
export interface SearchEntry {
  readonly id: number;
  readonly kind: SearchKind;
  readonly title: string;
  /** Where it belongs: the lesson of a heading, the module of a name. */
  readonly context: string;
  /** What else is found by. */
  readonly text: string;
  readonly href: string;
}
