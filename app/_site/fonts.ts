import localFont from 'next/font/local';

/* Next preloads these and makes fallbacks of the same width, so that text does not move when they arrive. */

const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
});

const jetbrainsMono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  weight: '100 800',
  display: 'swap',
  adjustFontFallback: false,
});

export const fontVariables = `${inter.variable} ${jetbrainsMono.variable}`;
