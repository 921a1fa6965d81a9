interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly anchor: number;
  /** Of what closes something: where that begins. */
  readonly closes?: number;
}

/** What became of a text, and where its parts went. Offsets into the old text are translated into the new one. */
export interface EditedText {
  readonly text: string;
  /** Where the character at `offset` went; null if it was replaced. What was inserted before it is left of that. */
  startOf(offset: number): number | null;
  /** Where what lies between the offsets ends now. What was inserted there comes after, but for what closes a part of it. */
  endOf(offset: number, start: number): number;
  /** Where new text begins, and the old offset it stands for. */
  readonly anchors: readonly (readonly [at: number, anchor: number])[];
}

/**
 * Insertions and replacements in a text, applied all at once. Replacements do not overlap. At one place insertions
 * come in the order in which they were made, before a replacement; what closes comes first, the inner before the outer.
 */
export class Edits {
  readonly #edits: Edit[] = [];

  /** @param anchor - the code that the new text stands for in stack traces; default the place itself. */
  insert(at: number, text: string, anchor = at): void {
    this.#edits.push({ start: at, end: at, text, anchor });
  }

  /** Puts something around a part, as parentheses do. Of parts that begin together, the outer is wrapped first. */
  wrap(start: number, end: number, open: string, close: string): void {
    this.insert(start, open);
    // Before the others: of two that are around the same, the inner was made later.
    this.#edits.unshift({ start: end, end, text: close, anchor: end, closes: start });
  }

  /** Inserts at the very beginning, before what was inserted there so far. */
  prepend(text: string, anchor: number): void {
    this.#edits.unshift({ start: 0, end: 0, text, anchor });
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, anchor: start });
  }

  apply(old: string): EditedText {
    const edits = this.#edits.toSorted(byPlace);
    const anchors: [number, number][] = [];
    const shifts: number[] = [0];
    let text = '';
    let done = 0;
    for (const edit of edits) {
      text += old.slice(done, edit.start);
      anchors.push([text.length, edit.anchor]);
      text += edit.text;
      done = edit.end;
      shifts.push(text.length - done);
    }
    text += old.slice(done);

    /** How many edits satisfy `isBefore`; they are the first ones. */
    const count = (isBefore: (edit: Edit) => boolean): number => {
      let low = 0;
      for (let high = edits.length; low < high; ) {
        const middle = (low + high) >> 1;
        const edit = edits[middle];
        if (edit !== undefined && isBefore(edit)) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const shiftAfter = (edited: number) => shifts[edited] ?? 0;
    return {
      text,
      anchors,
      startOf(offset) {
        const before = count((edit) => edit.start < offset || (edit.start === offset && edit.end === offset));
        const last = edits[before - 1];
        const next = edits[before];
        const isReplaced = (last !== undefined && last.end > offset) || (next !== undefined && next.start === offset);
        return isReplaced ? null : offset + shiftAfter(before);
      },
      endOf(offset, start) {
        const isInside = (edit: Edit) =>
          edit.start === offset ? (edit.closes ?? -1) >= start : edit.start < offset && edit.end <= offset;
        return offset + shiftAfter(count(isInside));
      },
    };
  }
}

/** The sort is stable; an insertion ends where it starts. */
function byPlace(a: Edit, b: Edit): number {
  return (
    a.start - b.start ||
    Number(a.end > a.start) - Number(b.end > b.start) ||
    Number(a.closes === undefined) - Number(b.closes === undefined) ||
    (b.closes ?? 0) - (a.closes ?? 0)
  );
}
