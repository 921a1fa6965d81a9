import localFont from 'next/font/local';

/* Made by `npm run build:fonts`. Next preloads these and makes fallbacks of the same width, so that text does not move when they arrive. */

const inter = localFont({
  src: '../../dist/fonts/inter.woff2',
  variable: '--font-inter',
  weight: '400 700',
  display: 'swap',
});

/** For emphasis only, so it is fetched by the pages that have any. */
const interItalic = localFont({
  src: '../../dist/fonts/inter-italic.woff2',
  variable: '--font-inter-italic',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
});

const jetbrainsMono = localFont({
  src: '../../dist/fonts/jetbrains-mono.woff2',
  variable: '--font-jetbrains-mono',
  weight: '400 700',
  display: 'swap',
  adjustFontFallback: false,
});

export const fontVariables = `${inter.variable} ${interItalic.variable} ${jetbrainsMono.variable}`;
