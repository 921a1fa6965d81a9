import type { Language } from '@/content/lesson-schema';

export const homePath = (lang: Language) => `/${lang}`;
export const lessonsPath = (lang: Language) => `/${lang}/lessons`;
export const lessonPath = (lang: Language, slug: string) => `/${lang}/lessons/${slug}`;
export const playgroundPath = (lang: Language) => `/${lang}/playground`;

/** A program as other sites frame it: of a lesson by `slug/name`, or any code behind the `#`. */
export const embedPath = (lang: Language, programId = 'code') => `/embed/${lang}/${programId}`;

export const oembedPath = (lang: Language, programId: string) => `/oembed/${lang}/${programId}.json`;

export const embeddingPath = (lang: Language) => `/${lang}/docs/embedding`;

/** The reference, or one module of it. */
export const referencePath = (lang: Language, module?: string) =>
  module === undefined ? `/${lang}/reference` : `/${lang}/reference/${module}`;

/** The same page in another language. */
export function inLanguage(path: string, lang: Language): string {
  return path.replace(/^\/[^/]*/, `/${lang}`);
}

/** For plain links, which Next does not rewrite when the site is served from a folder. */
export function withBasePath(path: string): string {
  return `${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}${path}`;
}

/**
 * Address of the box's document: of this site, or of another that serves the same files. With its version, because
 * browsers keep it for good: no service worker answers for a sandboxed frame, so offline it is there only by that.
 */
export const boxAddress = `${process.env.NEXT_PUBLIC_BOX_ORIGIN ?? ''}${withBasePath('/runtime/box.html')}?v=${process.env.BOX_VERSION ?? ''}`;
