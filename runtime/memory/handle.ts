import { WORD_BYTES } from './layout';

/** A small integer that names a shared object: the byte offset of its region with the kind in the low bits. */
export type Handle = number;

export const HandleKind = { readEnd: 0, writeEnd: 1, semaphore: 2, region: 3, listener: 4 } as const;
export type HandleKind = (typeof HandleKind)[keyof typeof HandleKind];

const KIND_BITS = 7;

export function makeHandle(offset: number, kind: HandleKind): Handle {
  return offset | kind;
}

export function kindOf(handle: Handle): HandleKind {
  return (handle & KIND_BITS) as HandleKind;
}

export function offsetOf(handle: Handle): number {
  return handle & ~KIND_BITS;
}

/** Index of the first word of the object's layout. */
export function wordOf(handle: Handle): number {
  return offsetOf(handle) / WORD_BYTES;
}
