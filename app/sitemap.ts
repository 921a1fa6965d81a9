import type { MetadataRoute } from 'next';
import { lessonsIn } from '@/app/_lessons/lessons';
import { referenceModules } from '@/app/_reference/reference';
import { htmlLang, languageParams } from '@/app/_site/language';
import { embeddingPath, homePath, inLanguage, lessonPath, lessonsPath, playgroundPath, referencePath } from '@/app/_site/paths';
import { siteAddress } from '@/app/_site/site-address';

export const dynamic = 'force-static';

/** Every page in every language, with its translations. */
export default function sitemap(): MetadataRoute.Sitemap {
  const lang = 'en';
  const paths = [
    homePath(lang),
    lessonsPath(lang),
    ...lessonsIn(lang).map(({ slug }) => lessonPath(lang, slug)),
    playgroundPath(lang),
    referencePath(lang),
    ...referenceModules().map(({ name }) => referencePath(lang, name)),
    embeddingPath(lang),
  ];
  const site = siteAddress().replace(/\/$/, '');
  return paths.flatMap((path) => {
    const languages = Object.fromEntries(
      languageParams().map(({ lang: other }) => [htmlLang[other], site + inLanguage(path, other)]),
    );
    return languageParams().map(({ lang: other }) => ({ url: site + inLanguage(path, other), alternates: { languages } }));
  });
}
