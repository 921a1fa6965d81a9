import type { Metadata } from 'next';
import { LanguageLinks } from '@/app/_components/site/language-links';
import { messages } from '@/app/_i18n';
import { languageKey } from '@/app/_site/language';
import { pageMetadata, siteMetadata } from '@/app/_site/metadata';

const { metaTitle, description } = messages('en').site.home;

export const metadata: Metadata = {
  ...siteMetadata,
  ...pageMetadata({ lang: 'en', path: '/', title: metaTitle, description }),
  alternates: { canonical: '/', languages: { en: '/en', 'zh-CN': '/zh', 'x-default': '/' } },
};

/*
 * Goes on to the reader's language before anything is painted: the one chosen before, else the first of the
 * browser's languages that there is. Without scripts the two links remain.
 */
const goOn = `(function () {
  var links = document.querySelectorAll('a[hreflang]'), wanted = [];
  try { wanted.push(localStorage.getItem(${JSON.stringify(languageKey)}) || ''); } catch (forbidden) {}
  wanted = wanted.concat(navigator.languages || [navigator.language]);
  for (var i = 0; i < wanted.length; i++) {
    for (var j = 0; j < links.length; j++) {
      if (wanted[i].slice(0, 2).toLowerCase() === links[j].hreflang.slice(0, 2)) return go(links[j]);
    }
  }
  go(links[0]);
  function go(link) {
    document.documentElement.style.visibility = 'hidden';
    location.replace(link.href + location.search + location.hash);
  }
})()`;

/** Chooses the language. It works as a file, too, so it asks the browser and not the request. */
export default function ChooserPage() {
  return (
    <main className="page page-narrow">
      <LanguageLinks />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script dangerouslySetInnerHTML={{ __html: goOn }} />
    </main>
  );
}
