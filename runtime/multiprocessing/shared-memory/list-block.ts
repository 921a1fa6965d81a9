import { IndexError, ValueError } from '../../errors';
import {
  decodeItem,
  encodeItem,
  formatInPlace,
  formatOf,
  isText,
  type Shareable,
  sizeOf,
  type Transform,
  transformOf,
} from './item-format';
import type { SharedMemory } from './shared-memory';

/*
 * The block of a ShareableList, laid out as in CPython, so that sizes are the same. All of the list's state is in it: whoever
 * has it open sees that another has put in an item of another type.
 *
 * | bytes | meaning |
 * | --- | --- |
 * | 8 | number of items, n |
 * | 8 × (n + 1) | where each item begins, counted from the first, and where the last ends |
 * | … | the items, each in its place |
 * | 8 × n | their formats, padded with zeros |
 * | n | their transforms: what a text is told apart from bytes by |
 */

const WORD = 8;
const FORMAT_BYTES = 8;

/** How many bytes the block of such a list needs. */
export function blockBytes(items: readonly unknown[]): number {
  const places = items.reduce<number>((sum, item) => sum + sizeOf(formatOf(item)), 0);
  return WORD * (items.length + 2) + places + (FORMAT_BYTES + 1) * items.length;
}

export function initBlock(shm: SharedMemory, items: readonly unknown[]): void {
  const view = viewOf(shm);
  view.setUint32(0, items.length, true);
  let end = 0;
  for (const [index, item] of items.entries()) {
    end += sizeOf(formatOf(item));
    view.setUint32(WORD * (index + 2), end, true);
  }
  for (const [index, item] of items.entries()) store(view, index, item, formatOf(item), encodeItem(item));
}

export function lengthOf(shm: SharedMemory): number {
  return viewOf(shm).getUint32(0, true);
}

export function readItem(shm: SharedMemory, index: number): Shareable {
  const view = viewOf(shm);
  const [from, to] = placeOf(view, index, 'index out of range');
  const transform = view.getUint8(transformAt(view, index)) as Transform;
  return decodeItem(copyOf(view, from, to), readFormat(view, index), transform);
}

export function writeItem(shm: SharedMemory, index: number, item: unknown): void {
  const view = viewOf(shm);
  const [from, to] = placeOf(view, index, 'assignment index out of range');
  const format = formatInPlace(item, readFormat(view, index), to - from);
  const bytes = encodeItem(item);
  if (isText(item) && bytes.length > to - from) throw new ValueError('bytes/str item exceeds available storage');
  store(view, index, item, format, bytes);
}

export function formatAt(shm: SharedMemory, index: number): string {
  const view = viewOf(shm);
  placeOf(view, index, 'index out of range');
  return readFormat(view, index);
}

function store(view: DataView, index: number, item: unknown, format: string, bytes: Uint8Array): void {
  const [from, to] = placeOf(view, index, 'assignment index out of range');
  put(view, from, to - from, bytes);
  put(view, formatsAt(view) + FORMAT_BYTES * index, FORMAT_BYTES, new TextEncoder().encode(format));
  view.setUint8(transformAt(view, index), transformOf(item));
}

function viewOf({ buf }: SharedMemory): DataView {
  if (buf === null) throw new TypeError("a bytes-like object is required, not 'NoneType'");
  return new DataView(buf.buffer, buf.byteOffset, buf.length);
}

function placeOf(view: DataView, index: number, complaint: string): [from: number, to: number] {
  const length = view.getUint32(0, true);
  if (index < 0 || index >= length) throw new IndexError(complaint);
  const begin = WORD * (length + 2);
  return [begin + view.getUint32(WORD * (index + 1), true), begin + view.getUint32(WORD * (index + 2), true)];
}

function formatsAt(view: DataView): number {
  const length = view.getUint32(0, true);
  return WORD * (length + 2) + view.getUint32(WORD * (length + 1), true);
}

function transformAt(view: DataView, index: number): number {
  return formatsAt(view) + FORMAT_BYTES * view.getUint32(0, true) + index;
}

function readFormat(view: DataView, index: number): string {
  const from = formatsAt(view) + FORMAT_BYTES * index;
  return new TextDecoder().decode(copyOf(view, from, from + FORMAT_BYTES)).replace(/\0+$/, '');
}

function copyOf(view: DataView, from: number, to: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(to - from);
  copy.set(new Uint8Array(view.buffer, view.byteOffset + from, to - from));
  return copy;
}

function put(view: DataView, at: number, length: number, bytes: Uint8Array): void {
  const place = new Uint8Array(view.buffer, view.byteOffset + at, length);
  place.fill(0);
  place.set(bytes);
}
