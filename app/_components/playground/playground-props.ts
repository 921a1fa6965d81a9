import type { ReactNode } from 'react';
import type { PlaygroundSession } from './session/playground-session';
import type { ExampleGroup } from './views/example-choice';

export interface PlaygroundProps {
  /** Stable name of the program, e.g. `naming-and-identity/two-names`; the reader's code is kept under it. */
  readonly programId: string;
  /** The starter, `main.ts`. */
  readonly source: string;
  /** Server-rendered highlighted lines of `source`, so that nothing has to load before the code can be read. */
  readonly highlighted: ReactNode;
  /** The Python original, for its tab. */
  readonly python?: { readonly source: string; readonly highlighted: ReactNode };
  /** The code of the page's address is shown; only where that is what the page is for. */
  readonly opensLinks?: boolean;
  readonly lang: 'en' | 'zh';
  /**
   * The reader writes programs of his own here: he can begin with one of these, or with none, and add files. Default: the program is
   * what it is, and its files are those it has.
   */
  readonly examples?: readonly ExampleGroup[];
  /** Whether the timeline is unfolded at first; default: it is. */
  readonly isTimelineOpen?: boolean;
  /** Whether other pages can have it: a button writes the code for them. Default: they can. */
  readonly isEmbeddable?: boolean;
  /** Called when the card is there, with what tells the reader's code. */
  onSession?(session: PlaygroundSession): void;
  /** Accessible name of the whole card. */
  readonly title: string;
}
