import type { Language } from '@/content/lesson-schema';
import { embedEn } from './embed.en';
import { embedZh } from './embed.zh';
import { exercisesEn } from './exercises.en';
import { exercisesZh } from './exercises.zh';
import { playgroundEn } from './playground.en';
import { playgroundZh } from './playground.zh';
import { searchEn } from './search.en';
import { searchZh } from './search.zh';
import { siteEn } from './site.en';
import { siteZh } from './site.zh';

export interface Messages {
  readonly site: typeof siteEn;
  readonly playground: typeof playgroundEn;
  readonly embed: typeof embedEn;
  readonly exercises: typeof exercisesEn;
  readonly search: typeof searchEn;
}

const catalogues: Record<Language, Messages> = {
  en: { site: siteEn, playground: playgroundEn, embed: embedEn, exercises: exercisesEn, search: searchEn },
  zh: { site: siteZh, playground: playgroundZh, embed: embedZh, exercises: exercisesZh, search: searchZh },
};

/** All texts of the interface in one language. */
export function messages(lang: Language): Messages {
  return catalogues[lang];
}
