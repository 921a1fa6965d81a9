import type { Language } from '@/content/lesson-schema';
import { playgroundEn } from './playground.en';
import { playgroundZh } from './playground.zh';
import { siteEn } from './site.en';
import { siteZh } from './site.zh';

export interface Messages {
  readonly site: typeof siteEn;
  readonly playground: typeof playgroundEn;
}

const catalogues: Record<Language, Messages> = {
  en: { site: siteEn, playground: playgroundEn },
  zh: { site: siteZh, playground: playgroundZh },
};

/** All texts of the interface in one language. */
export function messages(lang: Language): Messages {
  return catalogues[lang];
}
