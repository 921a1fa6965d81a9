import localFont from 'next/font/local';

/* Next preloads these and makes fallbacks of the same width, so that text does not move when they arrive. */

const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
});

/** For emphasis only, so it is fetched by the pages that have any. */
const interItalic = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-italic.woff2',
  variable: '--font-inter-italic',
  weight: '100 900',
  style: 'italic',
  display: 'swap',
  preload: false,
});

const jetbrainsMono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  weight: '100 800',
  display: 'swap',
  adjustFontFallback: false,
});

export const fontVariables = `${inter.variable} ${interItalic.variable} ${jetbrainsMono.variable}`;
