import type { Place, Recording } from '@/runtime';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { TimelineBar } from './timeline-bar';
import { TimelineCanvas } from './timeline-canvas';
import type { PictureController } from './picture-controller';
import type { TimelineWords } from './run-words';
import { TimelineModel } from './timeline-model';

export interface TimelineViewProps {
  readonly trace: Recording;
  /** The machine goes on. */
  readonly isLive: boolean;
  readonly words: TimelineWords;
  onPlace(place: Place): void;
}

/** The timeline of one playground, from its first run on. */
export function TimelineView({ trace, isLive, words, onPlace }: TimelineViewProps) {
  const [model] = useState(() => new TimelineModel(trace, isLive));
  useEffect(() => model.follow(trace, isLive), [model, trace, isLive]);
  const controller = useRef<PictureController>(null);
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot, model.getSnapshot);
  return (
    <>
      <TimelineBar model={model} snapshot={snapshot} words={words} />
      <TimelineCanvas {...{ model, snapshot, words, controller, onPlace }} />
    </>
  );
}
