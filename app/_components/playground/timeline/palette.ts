import { cssColour } from '../views/css-colour';

/** The theme's colours, as a canvas and a file need them. */
export interface Palette {
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly bad: string;
  /** One hue per process, as in the terminal's gutter: `hues[hueOf(order)]`. */
  readonly hues: readonly string[];
  /** The same, paler: a ground for the hatch. */
  readonly pale: readonly string[];
}

const HUES = [0, 1, 2, 3, 4, 5, 6, 7] as const;

export function readPalette(element: Element): Palette {
  const colour = (name: string) => cssColour(element, `var(--${name})`);
  return {
    surface: colour('surface'),
    sunken: colour('sunken'),
    line: colour('line'),
    lineStrong: colour('line-strong'),
    ink: colour('ink'),
    ink2: colour('ink-2'),
    ink3: colour('ink-3'),
    accent: colour('accent'),
    accentInk: colour('accent-ink'),
    bad: colour('bad'),
    hues: HUES.map((n) => colour(`p${n}`)),
    pale: HUES.map((n) => cssColour(element, `color-mix(in srgb, var(--p${n}) 16%, var(--surface))`)),
  };
}

/** Which hue a process has, by its place in start order. */
export function hueOf(order: number): number {
  return order === 0 ? 0 : 1 + ((order - 1) % 7);
}
