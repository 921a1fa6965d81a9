import type { Language } from '@/content/lesson-schema';
import { type ClientMessages, clientMessages } from './client-messages';
import { siteEn } from './site.en';
import { siteZh } from './site.zh';

export interface Messages extends ClientMessages {
  readonly site: typeof siteEn;
}

const catalogues: Record<Language, Messages> = {
  en: { site: siteEn, ...clientMessages('en') },
  zh: { site: siteZh, ...clientMessages('zh') },
};

/** All texts of the interface in one language. */
export function messages(lang: Language): Messages {
  return catalogues[lang];
}
