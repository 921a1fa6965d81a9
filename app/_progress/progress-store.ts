import { createKeptRecord, type RecordPlace } from './kept-record';

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

/** The reader's progress, kept in this browser. */
export function createProgressStore(place: RecordPlace): ProgressStore {
  const { subscribe, getSnapshot, set } = createKeptRecord(place, isStage);
  return {
    subscribe,
    getSnapshot,
    reach(slug, stage) {
      const now = getSnapshot()[slug];
      if (now === undefined || stages.indexOf(stage) > stages.indexOf(now)) set(slug, stage);
    },
    reopen(slug) {
      if (getSnapshot()[slug] === 'done') set(slug, 'ran');
    },
  };
}

function isStage(value: unknown): value is Stage {
  return (stages as readonly unknown[]).includes(value);
}
