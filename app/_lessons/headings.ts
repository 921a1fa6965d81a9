export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** The anchor of a heading: its words, joined by hyphens. Han characters are kept. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{Letter}\p{Number}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Markdown's marks are no part of a heading's text: `**bold**`, `` `code` ``, `[link](address)`. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\\(.)/g, '$1')
    .trim();
}

/**
 * The second-level headings of a lesson, for its table of contents.
 *
 * @param tryThis - heading of the closing list, whose text is the interface's and not in the source.
 * @throws Error - two headings would have one anchor.
 */
export function headingsOf(body: string, tryThis: string): Heading[] {
  const outsideFences = body.replace(/^(```+|~~~+).*?^\1/gms, '');
  const headings = [...outsideFences.matchAll(/^##[ \t]+(?<text>.+?)[ \t]*#*$|^<Try>/gm)].map(({ groups }) => {
    const text = groups?.['text'] === undefined ? tryThis : plainText(groups['text']);
    return { id: headingId(text), text };
  });
  const twice = headings.find(({ id }, index) => headings.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new Error(`Cannot give two headings one anchor: ${twice.text}`);
  return headings;
}
