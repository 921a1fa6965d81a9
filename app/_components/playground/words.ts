import type { playgroundEn } from '@/app/_i18n/playground.en';

export type Words = typeof playgroundEn;
export type Lang = 'en' | 'zh';
