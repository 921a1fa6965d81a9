import type { RefObject } from 'react';
import type { SourcePosition } from '../session/source-position';
import type { EditorHandover } from './editor-handover';
import type { StandingLine } from './editor-port';

/** The editors of a playground, one for each file of its program. */
export class EditorBook {
  readonly #places = new Map<string, RefObject<EditorHandover | null>>();

  /** Where the editor of a file is found while it is there. */
  at(file: string): RefObject<EditorHandover | null> {
    const place = this.#places.get(file) ?? { current: null };
    this.#places.set(file, place);
    return place;
  }

  /** One file's imports are understood when the others are there. */
  load(): void {
    for (const { current } of this.#places.values()) current?.load();
  }

  goTo(position: SourcePosition): void {
    this.#places.get(position.file)?.current?.goTo(position);
  }

  format(file: string): void {
    this.#places.get(file)?.current?.format();
  }

  setStanding(lines: readonly StandingLine[]): void {
    for (const [name, { current }] of this.#places) current?.setStanding(lines.filter(({ file }) => file === name));
  }
}
