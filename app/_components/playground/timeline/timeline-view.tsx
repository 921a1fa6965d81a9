import type { Place, Recording } from '@/runtime';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Inspector } from './inspector';
import type { PictureController } from './picture-controller';
import type { TimelineWords } from './run-words';
import { TimelineBar } from './timeline-bar';
import { TimelineCanvas } from './timeline-canvas';
import { TimelineModel } from './timeline-model';
import { type RunFace, RunFaces } from './run-faces';

export interface TimelineViewProps {
  readonly trace: Recording;
  /** The machine goes on. */
  readonly isLive: boolean;
  /** The kernel says that no process can go on. */
  readonly isStuck: boolean;
  readonly words: TimelineWords;
  onPlace(place: Place): void;
  onSignal(pid: number, signal: number): void;
}

/** The timeline of one playground, from its first run on. */
export function TimelineView({ trace, isLive, isStuck, words, onPlace, onSignal }: TimelineViewProps) {
  const [model] = useState(() => new TimelineModel(trace, isLive));
  const [face, setFace] = useState<RunFace>('picture');
  const panelId = useId();
  useEffect(() => model.follow(trace, isLive), [model, trace, isLive]);
  useEffect(() => model.setStuck(isStuck), [model, isStuck]);
  const controller = useRef<PictureController>(null);
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot, model.getSnapshot);
  return (
    <>
      <TimelineBar
        {...{ model, snapshot, words }}
        isPicture={face === 'picture'}
        faces={<RunFaces {...{ face, words, panelId }} onSelect={setFace} />}
      />
      <div id={panelId} role="tabpanel" aria-label={words.views[face]}>
        {face === 'picture' ? (
          <TimelineCanvas {...{ model, snapshot, words, controller, onPlace }} />
        ) : (
          <Inspector {...{ model, snapshot, words, onPlace, onSignal }} shows={face} />
        )}
      </div>
    </>
  );
}
