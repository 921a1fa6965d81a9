import './globals.css';
import type { Metadata } from 'next';
import { Brand } from '@/app/_components/site/brand';
import { DocumentShell } from '@/app/_components/site/document-shell';
import { messages } from '@/app/_i18n';
import { htmlLang } from '@/app/_site/language';
import { siteName } from '@/app/_site/metadata';
import { homePath, lessonsPath } from '@/app/_site/paths';
import { languages } from '@/content/languages';

export { viewport } from '@/app/_site/metadata';

export const metadata: Metadata = {
  title: [...languages.map((lang) => messages(lang).site.notFound.metaTitle), siteName].join(' · '),
  robots: { index: false },
};

/*
 * One file serves every address that does not exist, so the page holds both languages, and its title too. This shows the
 * text of the address's language before anything is painted; below the site's root, and without scripts, both are shown.
 */
const showLanguageOfAddress = `(function () {
  var found = /(?:^|\\/)(en|zh)(?:\\/|$)/.exec(location.pathname);
  if (!found) return;
  document.documentElement.lang = found[1] === 'zh' ? '${htmlLang.zh}' : '${htmlLang.en}';
  document.querySelectorAll('[data-language]').forEach(function (section) {
    section.hidden = section.dataset.language !== found[1];
  });
})()`;

export default function NotFoundPage() {
  return (
    <DocumentShell lang="en">
      <header className="top-bar">
        <Brand lang="en" />
      </header>
      <main id="content" className="page page-narrow">
        {languages.map((lang) => {
          const text = messages(lang).site.notFound;
          return (
            <section key={lang} className="mb-14" lang={htmlLang[lang]} data-language={lang} suppressHydrationWarning>
              <h1 className="title">{text.title}</h1>
              <p className="mt-2 mb-6 text-ink-2">{text.lead}</p>
              <p className="flex flex-wrap gap-3">
                <a className="button" data-primary href={homePath(lang)}>
                  {text.home}
                </a>
                <a className="button" href={lessonsPath(lang)}>
                  {text.lessons}
                </a>
              </p>
            </section>
          );
        })}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script dangerouslySetInnerHTML={{ __html: showLanguageOfAddress }} />
      </main>
    </DocumentShell>
  );
}
