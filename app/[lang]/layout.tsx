import '../globals.css';
import { DocumentShell } from '@/app/_components/site/document-shell';
import { SiteHeader } from '@/app/_components/site/site-header';
import { messages } from '@/app/_i18n';
import { OfflineSupport } from '@/app/_offline/offline-support';
import { languageOf, languageParams } from '@/app/_site/language';
import { siteMetadata } from '@/app/_site/metadata';

export { viewport } from '@/app/_site/metadata';
export const metadata = siteMetadata;
export const dynamicParams = false;
export const generateStaticParams = languageParams;

export default async function LanguageLayout({ params, children }: LayoutProps<'/[lang]'>) {
  const lang = languageOf((await params).lang);
  return (
    <DocumentShell
      lang={lang}
      header={
        <>
          <a className="skip-link" href="#content">
            {messages(lang).site.skip}
          </a>
          <SiteHeader lang={lang} />
        </>
      }
    >
      {children}
      <OfflineSupport words={messages(lang).site.reloadNotice} />
    </DocumentShell>
  );
}
