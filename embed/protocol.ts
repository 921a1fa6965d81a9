/*
 * What `embed.js` in somebody's page and the embed say to each other. The embed tells the page that it is there; the
 * page answers with one end of a message port, and all that follows goes through that.
 */

/** To the page around, whichever it is: there is nothing secret in it. */
export interface EmbedReady {
  readonly type: 'spawnpoint/ready';
  /** What the embed speaks. */
  readonly protocol: typeof PROTOCOL;
}

/** The answer; comes with one port. */
export interface HostConnect {
  readonly type: 'spawnpoint/connect';
}

export const PROTOCOL = 1;

export type HostToEmbed =
  | { readonly type: 'theme/set'; readonly theme: 'light' | 'dark' }
  | { readonly type: 'code/set'; readonly code: string }
  | { readonly type: 'code/get'; readonly id: number }
  /** Runs what the reader has consented to; answered with `run/answered`. */
  | { readonly type: 'run/start'; readonly id: number }
  | { readonly type: 'run/stop' };

export type EmbedToHost =
  | { readonly type: 'height/changed'; readonly height: number }
  | { readonly type: 'code/is'; readonly id: number; readonly code: string }
  | { readonly type: 'run/answered'; readonly id: number; readonly refusal: RunRefusal | null }
  | { readonly type: 'run/started' }
  | { readonly type: 'run/output'; readonly pid: number; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  /** `exitcode` as Python reports it; null when it was stopped or never ran. */
  | { readonly type: 'run/ended'; readonly exitcode: number | null };

/** `needs-click`: the reader has not clicked in the embed since its code came from the page around. */
export type RunRefusal = 'needs-click' | 'not-isolated';

/** Longest program that is taken, in characters; a link takes no more either. */
export const LONGEST_CODE = 256 * 1024;
