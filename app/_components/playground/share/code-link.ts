/*
 * A program as a part of an address, behind the `#`: it is compressed, and no server ever sees it.
 */

const KEY = 'code';
/** More than that is no program that somebody wrote; a small text may stand for very many bytes. */
const MOST_BYTES = 256 * 1024;

/** The fragment of a link that opens with this code. */
export async function codeFragment(source: string): Promise<string> {
  const packed = await pass(new TextEncoder().encode(source), new CompressionStream('deflate-raw'), Infinity);
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  return `#${KEY}=${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The code of a fragment; null when there is none in it, or it is damaged. */
export async function codeOf(fragment: string): Promise<string | null> {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get(KEY);
  if (text === null) return null;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const bytes = await pass(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function pass(bytes: Uint8Array<ArrayBuffer>, through: GenericTransformStream, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = (new Blob([bytes]).stream().pipeThrough(through) as ReadableStream<Uint8Array>).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > most) throw new RangeError(`Cannot read a program: it has more than ${most} bytes`);
    pieces.push(piece.value);
  }
  const all = new Uint8Array(length);
  pieces.reduce((offset, piece) => {
    all.set(piece, offset);
    return offset + piece.length;
  }, 0);
  return all;
}
