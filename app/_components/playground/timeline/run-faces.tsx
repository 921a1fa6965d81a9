import type { KeyboardEvent } from 'react';
import type { TimelineWords } from './run-words';

const FACES = ['picture', 'processes', 'objects'] as const;
/** A run can be looked at as a picture, and as two tables. */
export type RunFace = (typeof FACES)[number];

interface RunFacesProps {
  readonly face: RunFace;
  readonly words: TimelineWords;
  readonly panelId: string;
  onSelect(face: RunFace): void;
}

export function RunFaces({ face, words, panelId, onSelect }: RunFacesProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = FACES[(FACES.indexOf(face) + step + FACES.length) % FACES.length] ?? 'picture';
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-face="${next}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <span className="tl-faces" role="tablist" tabIndex={-1} aria-label={words.views.label} onKeyDown={onKeyDown}>
      {FACES.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          data-face={each}
          className="tl-button"
          aria-selected={each === face}
          aria-controls={panelId}
          tabIndex={each === face ? 0 : -1}
          onClick={() => onSelect(each)}
        >
          {words.views[each]}
        </button>
      ))}
    </span>
  );
}
