/*
 * Words as a reader types them. Chinese is written without spaces: there, every two characters in a row are a word, and a single one
 * finds what begins with it.
 */

const PART = /\p{Script=Han}+|[\p{Letter}\p{Number}_]+/gu;
const HAN = /^\p{Script=Han}/u;

export function wordsOf(text: string): string[] {
  return [...text.matchAll(PART)].flatMap(([part]) => (HAN.test(part) ? pairsOf(part) : partsOf(part)));
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** `imapUnordered` is also found by `unordered`, and `apply_async` by `async`. */
function partsOf(text: string): string[] {
  const parts = text.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== '');
  return (parts.length > 1 ? [parts.join(''), ...parts] : [text]).map((part) => part.toLowerCase());
}
