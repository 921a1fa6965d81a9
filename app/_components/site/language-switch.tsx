'use client';

import { htmlLang, languageKey } from '@/app/_site/language';
import { inLanguage, withBasePath } from '@/app/_site/paths';
import { usePagePath } from '@/app/_site/use-page-path';
import { type Language, languages } from '@/content/languages';

const names: Record<Language, string> = { en: 'EN', zh: '中文' };
const longNames: Record<Language, string> = { en: 'English', zh: '中文' };

function remember(lang: Language): void {
  try {
    window.localStorage.setItem(languageKey, lang);
  } catch {
    // Without storage the choice lasts as long as the address.
  }
}

interface LanguageSwitchProps {
  readonly lang: Language;
  readonly label: string;
}

/**
 * Links to the same page in the other language. They load a new document: `lang` belongs to the `html` element,
 * which a navigation inside the page would rebuild without its theme.
 */
export function LanguageSwitch({ lang, label }: LanguageSwitchProps) {
  const path = usePagePath();
  return (
    <nav className="flex items-center text-[13px] text-ink-3" aria-label={label}>
      {languages.map((other, index) => (
        <span key={other} className="flex items-center">
          {index > 0 && <span aria-hidden>·</span>}
          {other === lang ? (
            <span className="px-1.5 py-2 text-ink" lang={htmlLang[other]} aria-current="true" title={longNames[other]}>
              {names[other]}
            </span>
          ) : (
            <a
              className="rounded-md px-1.5 py-2 text-ink-2 hover:text-accent"
              href={withBasePath(inLanguage(path, other))}
              hrefLang={htmlLang[other]}
              lang={htmlLang[other]}
              title={longNames[other]}
              onClick={() => remember(other)}
            >
              {names[other]}
            </a>
          )}
        </span>
      ))}
    </nav>
  );
}
