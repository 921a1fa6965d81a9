import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { htmlLang } from '@/app/_site/language';
import { fontVariables } from '@/app/_site/fonts';
import type { Language } from '@/content/lesson-schema';

interface DocumentShellProps {
  readonly lang: Language;
  readonly children: ReactNode;
}

/** `html` and `body` of every page. A script of the theme provider sets `data-theme` before the first paint. */
export function DocumentShell({ lang, children }: DocumentShellProps) {
  return (
    <html lang={htmlLang[lang]} className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" storageKey="spawnpoint.theme" disableTransitionOnChange>
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
