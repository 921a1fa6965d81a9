import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/*
 * Makes the fonts that pages load in `dist/fonts`: of the Latin ones the weights and glyphs that are used here, which is half of
 * what they have. What is in none of the ranges comes from a font of the reader's machine.
 */

interface Font {
  readonly name: string;
  readonly source: string;
  readonly weights: number | { readonly min: number; readonly max: number };
  /** Glyphs that only features of the font reach, such as digits of one width. */
  readonly hasAlternates: boolean;
}

const FONTS: readonly Font[] = [
  { name: 'inter', source: 'inter/files/inter-latin-wght-normal', weights: { min: 400, max: 700 }, hasAlternates: true },
  { name: 'inter-italic', source: 'inter/files/inter-latin-wght-italic', weights: 400, hasAlternates: true },
  {
    name: 'jetbrains-mono',
    source: 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal',
    weights: { min: 400, max: 700 },
    // They are ligatures, and code is shown as it is typed.
    hasAlternates: false,
  },
];

/** Latin-1, and what English texts and programs have beyond it. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
  [0xfffd, 0xfffd],
] as const;

/** The names under which a font has its licence, which must stay with it. */
const LICENCE = [13, 14];

const root = join(import.meta.dirname, '..');
const text = RANGES.map(([first, last]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
).join('');

await mkdir(join(root, 'dist/fonts'), { recursive: true });
for (const { name, source, weights, hasAlternates } of FONTS) {
  const font = await readFile(join(root, 'node_modules/@fontsource-variable', `${source}.woff2`));
  const subset = await subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    noLayoutClosure: !hasAlternates,
    preserveNameIds: LICENCE,
  });
  await writeFile(join(root, 'dist/fonts', `${name}.woff2`), subset);
}
