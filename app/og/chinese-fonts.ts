import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(process.cwd(), 'node_modules/@fontsource/zcool-xiaowei');

interface Font {
  readonly name: string;
  readonly data: Buffer;
}

/**
 * The parts of a Chinese font that a text needs; the whole has some ninety. What draws with them takes a letter from the first font that
 * has it, if each has a name of its own.
 */
export async function chineseFonts(text: string): Promise<Font[]> {
  const parts = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
  const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const needed = Object.entries(parts).filter(([, ranges]) => letters.some((letter) => isWithin(ranges, letter)));
  return Promise.all(
    needed.map(async ([part]) => {
      // `[5]`, but `latin`.
      const name = `zcool-xiaowei-${part.replace(/[[\]]/g, '')}`;
      return { name, data: await readFile(join(folder, 'files', `${name}-400-normal.woff`)) };
    }),
  );
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
