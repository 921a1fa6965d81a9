import '../embed-globals.css';
import type { ReactNode } from 'react';
import { fontVariables } from '@/app/_site/fonts';
import { htmlLang, languageOf, languageParams } from '@/app/_site/language';
import { siteMetadata } from '@/app/_site/metadata';
import { embedStart } from '../embed-start';

export const metadata = { ...siteMetadata, robots: { index: false } };
export const dynamicParams = false;
export const generateStaticParams = languageParams;

interface EmbedLayoutProps {
  readonly params: Promise<{ readonly lang: string }>;
  readonly children: ReactNode;
}

/** The document of an embed: nothing of the site around the program. */
export default async function EmbedLayout({ params, children }: EmbedLayoutProps) {
  const lang = languageOf((await params).lang);
  return (
    <html lang={htmlLang[lang]} className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: embedStart }} />
      </head>
      <body className="embed">
        <main>{children}</main>
      </body>
    </html>
  );
}
