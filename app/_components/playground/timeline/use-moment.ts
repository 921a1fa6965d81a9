import { type Moment, momentOf } from '@/runtime';
import { useEffect, useState } from 'react';
import type { TimelineModel, TimelineSnapshot } from './timeline-model';

/** Fast enough for who reads numbers. */
const PERIOD_MS = 250;

/** The run at the playhead; while it goes on, as it is now, a few times a second. */
export function useMoment(model: TimelineModel, { playheadMs, endMs, isLive }: TimelineSnapshot): Moment {
  const [liveMs, setLiveMs] = useState(endMs);
  useEffect(() => {
    if (!isLive || playheadMs !== null) return undefined;
    const timer = setInterval(() => {
      model.tick(performance.now());
      setLiveMs(model.getSnapshot().endMs);
    }, PERIOD_MS);
    return () => clearInterval(timer);
  }, [model, isLive, playheadMs]);
  return momentOf(model.view, model.recording.events, playheadMs ?? (isLive ? liveMs : endMs));
}
