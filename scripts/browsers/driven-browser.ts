/** A browser as the checks drive it; one implementation per protocol. */
export interface DrivenBrowser {
  /** As the browser names itself: `Firefox 140.12`. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** Runs the body of an async function in the page, with `input` by that name, and gives what it returns. */
  run(body: string, input?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface KnownBrowser {
  readonly name: string;
  /** What has to be said about how it is run here. */
  readonly note: string;
  /** Null when it is not on this machine. */
  start(): Promise<DrivenBrowser | null>;
}

/** Longest time for anything that a page is asked to do. */
export const PATIENCE_MS = 120_000;
