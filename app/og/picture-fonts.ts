import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Language } from '@/content/languages';

const FONTS: Readonly<Record<Language, string>> = { en: 'inter', zh: 'noto-sans-sc' };
const WEIGHTS = [400, 600] as const;

interface Font {
  readonly name: string;
  readonly weight: (typeof WEIGHTS)[number];
  readonly data: Buffer;
}

/**
 * What a text needs of the language's font, in two weights. The fonts come in parts, the Chinese one in a hundred: what draws takes a
 * letter from the first part that has it, if each has a name of its own.
 */
export async function pictureFonts(lang: Language, text: string): Promise<Font[]> {
  const font = FONTS[lang];
  const folder = join(process.cwd(), 'node_modules/@fontsource-variable', font);
  const parts = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
  const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const needed = Object.entries(parts).filter(([, ranges]) => letters.some((letter) => isWithin(ranges, letter)));
  const pairs = needed.map(async ([part]) => {
    // `[5]`, but `latin`.
    const name = `${font}-${part.replace(/[[\]]/g, '')}`;
    const file = await readFile(join(folder, 'files', `${name}-wght-normal.woff2`));
    return Promise.all(WEIGHTS.map(async (weight) => ({ name, weight, data: await ofWeight(file, text, weight) })));
  });
  return (await Promise.all(pairs)).flat();
}

/** Pictures are drawn from fonts of one weight, and not from compressed ones. */
function ofWeight(file: Buffer, text: string, weight: number): Promise<Buffer> {
  return subsetFont(file, text, { targetFormat: 'truetype', variationAxes: { wght: weight } });
}

/** Ranges are written as in CSS: `U+4e00-4e0f,U+4e20`. */
function isWithin(ranges: string, letter: number): boolean {
  return ranges.split(',').some((range) => {
    const [from = 0, to = from] = range
      .replace(/^U\+/i, '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return from <= letter && letter <= to;
  });
}
