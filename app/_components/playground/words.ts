import { playgroundEn } from '@/app/_i18n/playground.en';
import { playgroundZh } from '@/app/_i18n/playground.zh';

export type Words = typeof playgroundEn;
export type Lang = 'en' | 'zh';

export function wordsIn(lang: Lang): Words {
  return lang === 'zh' ? playgroundZh : playgroundEn;
}
