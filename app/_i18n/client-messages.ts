import type { Language } from '@/content/lesson-schema';
import { embedEn } from './embed.en';
import { embedZh } from './embed.zh';
import { exercisesEn } from './exercises.en';
import { exercisesZh } from './exercises.zh';
import { playgroundEn } from './playground.en';
import { playgroundZh } from './playground.zh';
import { searchEn } from './search.en';
import { searchZh } from './search.zh';

export interface ClientMessages {
  readonly playground: typeof playgroundEn;
  readonly embed: typeof embedEn;
  readonly exercises: typeof exercisesEn;
  readonly search: typeof searchEn;
}

const catalogues: Record<Language, ClientMessages> = {
  en: { playground: playgroundEn, embed: embedEn, exercises: exercisesEn, search: searchEn },
  zh: { playground: playgroundZh, embed: embedZh, exercises: exercisesZh, search: searchZh },
};

/** The texts of what runs in the page, in one language: the rest is said by the server, and need not be loaded. */
export function clientMessages(lang: Language): ClientMessages {
  return catalogues[lang];
}
