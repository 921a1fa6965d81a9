import type { Metadata, Viewport } from 'next';
import { type Language, languages } from '@/content/languages';
import { htmlLang } from './language';
import { inLanguage } from './paths';
import { siteAddress } from './site-address';

export const siteName = 'Spawnpoint';

/** Page background in both themes, for the browser's own bars. */
export const themeColors = { light: '#fbfaf7', dark: '#14130f' } as const;

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColors.light },
    { media: '(prefers-color-scheme: dark)', color: themeColors.dark },
  ],
};

/** What all pages share. */
export const siteMetadata: Metadata = {
  metadataBase: new URL(siteAddress()),
  applicationName: siteName,
  formatDetection: { telephone: false, email: false, address: false },
};

interface PageDescription {
  readonly lang: Language;
  /** Path of the page in that language. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The picture that other sites show with a link; default that of the site. */
  readonly image?: string;
}

export function pageMetadata({ lang, path, title, description, image = 'home' }: PageDescription): Metadata {
  const alternates = Object.fromEntries(languages.map((other) => [htmlLang[other], inLanguage(path, other)]));
  return {
    title,
    description,
    alternates: { canonical: path, languages: { ...alternates, 'x-default': inLanguage(path, 'en') } },
    openGraph: {
      type: 'website',
      siteName,
      title,
      description,
      url: path,
      locale: lang === 'zh' ? 'zh_CN' : 'en',
      images: [{ url: `/og/${lang}/${image}.png`, width: 1200, height: 630, alt: title }],
    },
    twitter: { card: 'summary_large_image' },
  };
}
