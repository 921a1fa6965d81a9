/** How far a reader is with a lesson, in this order. */
export const stages = ['visited', 'ran', 'done'] as const;

export type Stage = (typeof stages)[number];

/** The stage of every lesson that was opened, by slug. */
export type Progress = Readonly<Record<string, Stage>>;

export interface ProgressStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): Progress;
  /** Moves a lesson forward, never back. */
  reach(slug: string, stage: Stage): void;
  /** Takes the mark off again; that its program was run is not forgotten. */
  reopen(slug: string): void;
}

export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem'>;

export const progressKey = 'spawnpoint.progress';

const nothing: Progress = {};

function parse(text: string | null): Progress {
  if (text === null) return nothing;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return nothing;
    const isStage = (entry: [string, unknown]): entry is [string, Stage] => (stages as readonly unknown[]).includes(entry[1]);
    return Object.fromEntries(Object.entries(stored).filter(isStage));
  } catch {
    // Whatever is there was not written by this code: begin anew.
    return nothing;
  }
}

/**
 * Keeps the reader's progress in this browser.
 *
 * @param storage - undefined where the browser allows none: then progress lasts as long as the page.
 * @param onForeignChange - calls back when another tab has changed the storage.
 */
export function createProgressStore(
  storage: ProgressStorage | undefined,
  onForeignChange: (changed: () => void) => void,
): ProgressStore {
  const listeners = new Set<() => void>();
  let progress = parse(storage?.getItem(progressKey) ?? null);

  const publish = (changed: Progress) => {
    progress = changed;
    for (const listener of listeners) listener();
  };

  const set = (slug: string, stage: Stage) => {
    // Read again: another tab may have written since.
    const latest = storage === undefined ? progress : parse(storage.getItem(progressKey));
    const changed = { ...latest, [slug]: stage };
    try {
      storage?.setItem(progressKey, JSON.stringify(changed));
    } catch {
      // The storage is full: the marks still last as long as the page.
    }
    publish(changed);
  };

  onForeignChange(() => publish(parse(storage?.getItem(progressKey) ?? null)));

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => progress,
    reach(slug, stage) {
      const now = progress[slug];
      if (now === undefined || stages.indexOf(stage) > stages.indexOf(now)) set(slug, stage);
    },
    reopen(slug) {
      if (progress[slug] === 'done') set(slug, 'ran');
    },
  };
}
