import { X } from 'lucide-react';
import type { TimelineWords } from './run-words';

interface SpotLineProps {
  /** What the ring is around; null: nothing of the kind has happened. */
  readonly sentence: string | null;
  readonly words: TimelineWords;
  onForget(): void;
}

/** Says in words what the ring in the picture is around. */
export function SpotLine({ sentence, words, onForget }: SpotLineProps) {
  return (
    <p className="tl-spot" role="status">
      <span>{sentence ?? words.spot.notThere}</span>
      <button type="button" aria-label={words.spot.takeAway} onClick={onForget}>
        <X size={13} aria-hidden="true" />
      </button>
    </p>
  );
}
