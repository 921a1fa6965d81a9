import type { ITheme } from '@xterm/xterm';
import { cssColour } from '../views/css-colour';
import { tagPalette } from './output-encoder';

/** The site's colours as the terminal wants them, for whichever theme is on. */
export function terminalTheme(element: Element): ITheme {
  const colour = (name: string) => cssColour(element, `var(--${name})`);
  const background = colour('sunken');
  const ink = colour('ink');
  return {
    background,
    foreground: ink,
    cursor: colour('accent'),
    cursorAccent: background,
    selectionBackground: cssColour(element, 'color-mix(in srgb, var(--accent) 28%, var(--sunken))'),
    scrollbarSliderBackground: colour('line-strong'),
    scrollbarSliderHoverBackground: colour('ink-3'),
    scrollbarSliderActiveBackground: colour('ink-2'),
    black: ink,
    red: colour('bad'),
    green: colour('ok'),
    yellow: colour('warn'),
    blue: colour('p6'),
    magenta: colour('p3'),
    cyan: colour('p1'),
    white: colour('ink-2'),
    brightBlack: colour('ink-3'),
    brightRed: colour('bad'),
    brightGreen: colour('p5'),
    brightYellow: colour('p2'),
    brightBlue: colour('accent'),
    brightMagenta: colour('p4'),
    brightCyan: colour('p1'),
    brightWhite: ink,
    extendedAnsi: tagPalette(background, cssColour(element, 'color-mix(in srgb, var(--bad) 82%, var(--ink))'), colour('accent')),
  };
}
