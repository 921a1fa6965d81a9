import { messages } from '@/app/_i18n';
import { htmlLang } from '@/app/_site/language';
import { siteName } from '@/app/_site/metadata';
import { homePath, withBasePath } from '@/app/_site/paths';
import { languages } from '@/content/languages';
import { BrandMark } from './brand-mark';

const names = { en: 'English', zh: '中文' };

/** The site's name, and a link to it in each language. */
export function LanguageLinks() {
  return (
    <>
      <h1 className="title flex items-center gap-4">
        <BrandMark className="size-9" />
        {siteName}
      </h1>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2">
        {languages.map((lang) => (
          <li key={lang}>
            <a className="lesson-card" href={withBasePath(homePath(lang))} hrefLang={htmlLang[lang]} lang={htmlLang[lang]}>
              <span className="lesson-card-title">{names[lang]}</span>
              <span className="lesson-card-lead">{messages(lang).site.home.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
