'use client';

import { progressStore, useProgress } from '@/app/_progress/use-progress';

interface DoneButtonProps {
  readonly slug: string;
  readonly markDone: string;
  readonly isDone: string;
  /** Said to screen readers after `isDone`: what pressing the button does then. */
  readonly takeOff: string;
}

/** Marks the lesson as done, and takes the mark off again. */
export function DoneButton({ slug, markDone, isDone, takeOff }: DoneButtonProps) {
  const done = useProgress()[slug] === 'done';
  return (
    <button
      type="button"
      className="button no-print"
      onClick={() => (done ? progressStore().reopen(slug) : progressStore().reach(slug, 'done'))}
    >
      <span className="tick" data-progress={done ? 'done' : undefined} aria-hidden />
      {/* Both texts keep their place, so that the button does not change its width. */}
      <span className="grid justify-items-start">
        <span className={`col-start-1 row-start-1 ${done ? 'invisible' : ''}`}>{markDone}</span>
        <span className={`col-start-1 row-start-1 ${done ? '' : 'invisible'}`}>
          {isDone}
          <span className="sr-only"> ({takeOff})</span>
        </span>
      </span>
    </button>
  );
}
