import type { ReactNode } from 'react';

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
  /** Whether the timeline is unfolded at first; default: it is. */
  readonly isTimelineOpen?: boolean;
  /** Accessible name of the whole card. */
  readonly title: string;
}
