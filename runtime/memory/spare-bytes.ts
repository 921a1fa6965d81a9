/*
 * Fresh memory is dear: the operating system makes each page when it is first touched, which for a megabyte takes longer
 * than to copy it many times. So whoever is done with a large buffer gives it back, and the next one in need takes it.
 */

/** Smaller ones are cheap to make. */
const MIN_BYTES = 32 * 1024;
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

let spare: ArrayBuffer | null = null;

/** Bytes to be written over, every one: what was in them before is still there. They may lie in a larger buffer. */
export function takeBytes(length: number): Uint8Array<ArrayBuffer> {
  if (spare === null || length < MIN_BYTES || length > spare.byteLength) return new Uint8Array(length);
  const bytes = new Uint8Array(spare, 0, length);
  spare = null;
  return bytes;
}

/** Only for bytes that nobody else has. */
export function giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength < MIN_BYTES || buffer.byteLength > MAX_KEPT_BYTES) return;
  if (spare === null || buffer.byteLength > spare.byteLength) spare = buffer;
}

/** The same bytes in a buffer of their own. */
export function keepBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const kept = bytes.slice();
  giveBack(bytes);
  return kept;
}
