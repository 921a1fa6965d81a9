import { type Language, languages } from '@/content/languages';

/** Where the reader's explicit choice is kept. */
export const languageKey = 'spawnpoint.language';

/** Values of the `lang` attribute: browsers choose the shapes of Han characters by them. */
export const htmlLang = { en: 'en', zh: 'zh-CN' } as const satisfies Record<Language, string>;

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

/** For `generateStaticParams` of `[lang]`. */
export function languageParams(): { lang: Language }[] {
  return languages.map((lang) => ({ lang }));
}

/** @throws Error - cannot happen while `dynamicParams` is false. */
export function languageOf(value: string): Language {
  if (!isLanguage(value)) throw new Error(`Cannot show a language: ${value}`);
  return value;
}
