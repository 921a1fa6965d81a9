import type { EmbedOptions } from './embed-options';

/* Sizes of the embed's parts, for whoever reserves its place before it is there. `embed.css` has the same. */

const BAR = 44;
const FOOT = 36;
const BORDERS = 2;
const CODE_PADDING = 28;
const CODE_LINE = 22;
const FEWEST_LINES = 3;
const TIMELINE_HEAD = 37;

/** How high an embed of this code will be before it is run, in pixels. */
export function frameHeight(code: string, { height, panes }: Pick<EmbedOptions, 'height' | 'panes'>): number {
  if (height !== 'auto') return height;
  const lines = Math.max(code.replace(/\n$/, '').split('\n').length, FEWEST_LINES);
  const editor = panes.includes('editor') ? lines * CODE_LINE + CODE_PADDING : 0;
  return BAR + editor + (panes.includes('timeline') ? TIMELINE_HEAD : 0) + FOOT + BORDERS;
}
