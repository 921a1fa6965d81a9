import type { Handle } from '../memory/handle';
import { offsetOf } from '../memory/handle';
import { close, createRegion } from './system';

/** A piece of shared memory that is cut up from its beginning to its end. */
export interface Segment {
  readonly handle: Handle;
  readonly byteLength: number;
  used: number;
  /** Pieces that are not given back yet. */
  pieces: number;
}

export interface Piece {
  readonly segment: Segment;
  readonly offset: number;
}

const SEGMENT_BYTES = 128 * 1024;
const ALIGNMENT = 8;
/** Empty segments kept for later. */
const MOST_SPARE = 2;

/** Memory for tasks and their results, which come and go quickly and nearly in order. */
export class BoardArena {
  #current: Segment | null = null;
  readonly #segments = new Set<Segment>();
  readonly #spare: Segment[] = [];

  allocate(byteLength: number): Piece {
    const length = (byteLength + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    const segment = this.#segmentFor(length);
    const offset = offsetOf(segment.handle) + segment.used;
    segment.used += length;
    segment.pieces++;
    return { segment, offset };
  }

  free({ segment }: Piece): void {
    segment.pieces--;
    if (segment.pieces > 0) return;
    segment.used = 0;
    if (segment === this.#current) return;
    if (segment.byteLength === SEGMENT_BYTES && this.#spare.length < MOST_SPARE) this.#spare.push(segment);
    else this.#release(segment);
  }

  /** Gives everything back. */
  close(): void {
    for (const segment of this.#segments) close(segment.handle);
    this.#segments.clear();
    this.#spare.length = 0;
    this.#current = null;
  }

  #segmentFor(length: number): Segment {
    if (length > SEGMENT_BYTES / 4) return this.#create(length);
    const current = this.#current;
    if (current !== null && current.used + length <= current.byteLength) return current;
    return (this.#current = this.#spare.pop() ?? this.#create(SEGMENT_BYTES));
  }

  #create(byteLength: number): Segment {
    const segment = { handle: createRegion(byteLength), byteLength, used: 0, pieces: 0 };
    this.#segments.add(segment);
    return segment;
  }

  #release(segment: Segment): void {
    this.#segments.delete(segment);
    close(segment.handle);
  }
}
