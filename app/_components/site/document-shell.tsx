import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { htmlLang } from '@/app/_site/language';
import { fontVariables } from '@/app/_site/fonts';
import type { Language } from '@/content/lesson-schema';

interface DocumentShellProps {
  readonly lang: Language;
  /** Where the theme is chosen. */
  readonly header?: ReactNode;
  readonly children: ReactNode;
}

const storageKey = 'spawnpoint.theme';

/*
 * The theme provider sets `data-theme` by a script in the body, and a browser may paint once before it gets there.
 * It never paints before there is a body, so this one stands in the head.
 */
const setTheme = `(function () {
  var theme = null;
  try { theme = localStorage.getItem(${JSON.stringify(storageKey)}); } catch (forbidden) {}
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
})()`;

/** `html` and `body` of every page. */
export function DocumentShell({ lang, header, children }: DocumentShellProps) {
  return (
    <html lang={htmlLang[lang]} className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script dangerouslySetInnerHTML={{ __html: setTheme }} />
      </head>
      <body>
        {/* Not around the page: another theme would wake all islands, which have their colours from the style sheet. */}
        <ThemeProvider attribute="data-theme" storageKey={storageKey}>
          {header}
        </ThemeProvider>
        {children}
      </body>
    </html>
  );
}
