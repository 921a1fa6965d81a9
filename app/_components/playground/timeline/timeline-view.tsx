import { findSpot, type FoundSpot, type Place, placesAt, type Recording, type Spot } from '@/runtime';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { StandingLine } from '../editor/editor-port';
import { ExportMenu } from './export-menu';
import { Inspector } from './inspector';
import { describeSpot } from './describe';
import { hueOf } from './palette';
import type { PictureController } from './picture-controller';
import { RunWords, type TimelineWords } from './run-words';
import { ShownSnapshot } from './shown-snapshot';
import { SpotLine } from './spot-line';
import { TimelineBar } from './timeline-bar';
import { TimelineCanvas } from './timeline-canvas';
import { TimelineModel } from './timeline-model';
import { type RunFace, RunFaces } from './run-faces';

export interface Past {
  readonly timeMs: number;
  /** Where processes were. */
  readonly standing: readonly StandingLine[];
}

export interface TimelineViewProps {
  readonly trace: Recording;
  /** The machine goes on. */
  readonly isLive: boolean;
  /** The kernel says that no process can go on. */
  readonly isStuck: boolean;
  readonly words: TimelineWords;
  /** What a sentence of the text asks to see; a new object each time it asks. */
  readonly spot: Spot | null;
  onForgetSpot(): void;
  onPlace(place: Place): void;
  /** The playhead stands at a moment of the past, or has left it. */
  onPast(past: Past | null): void;
  onSignal(pid: number, signal: number): void;
}

/** The timeline of one playground, from its first run on. */
export function TimelineView(props: TimelineViewProps) {
  const { trace, isLive, isStuck, words, spot, onForgetSpot, onPlace, onPast, onSignal } = props;
  const [model] = useState(() => new TimelineModel(trace, isLive));
  const [face, setFace] = useState<RunFace>('picture');
  const panelId = useId();
  useEffect(() => model.follow(trace, isLive), [model, trace, isLive]);
  useEffect(() => model.setStuck(isStuck), [model, isStuck]);
  const controller = useRef<PictureController>(null);
  const [shown] = useState(() => new ShownSnapshot(model));
  const snapshot = useSyncExternalStore(shown.subscribe, shown.getSnapshot, shown.getSnapshot);
  const { playheadMs, endMs, version, isPlaying } = snapshot;
  useReplay(model, isPlaying);
  const found = useMemo(() => (spot === null || version < 0 ? null : findSpot(model.view, spot)), [model, spot, version]);
  useSpotInSight(model, spot, found, isLive);
  useEffect(() => controller.current?.setSpot(found), [found, face]);
  const [shownSpot, setShownSpot] = useState(spot);
  if (shownSpot !== spot) {
    setShownSpot(spot);
    setFace('picture');
  }
  const tellPast = useEffectEvent(onPast);
  useEffect(() => {
    tellPast(playheadMs === null ? null : { timeMs: playheadMs, standing: standingAt(model, playheadMs) });
  }, [model, playheadMs]);
  useEffect(() => () => tellPast(null), []);
  return (
    <>
      <TimelineBar
        {...{ model, snapshot, words }}
        isPicture={face === 'picture'}
        exports={<ExportMenu {...{ model, words, controller }} />}
        faces={<RunFaces {...{ face, words, panelId }} onSelect={setFace} />}
      />
      <div id={panelId} role="tabpanel" aria-label={words.views[face]}>
        {face === 'picture' ? (
          <>
            <TimelineCanvas {...{ model, snapshot, words, controller, onPlace }} />
            {spot !== null && (found !== null || !isLive) && (
              <SpotLine
                sentence={found === null ? null : describeSpot(found, new RunWords(model.view, words), endMs)}
                words={words}
                onForget={onForgetSpot}
              />
            )}
          </>
        ) : (
          <Inspector {...{ model, snapshot, words, onPlace, onSignal }} shows={face} />
        )}
      </div>
    </>
  );
}

/** A replay goes on with its picture out of sight: tables, terminal and source follow it as well. */
function useReplay(model: TimelineModel, isPlaying: boolean): void {
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = requestAnimationFrame(function next(now) {
      model.tick(now);
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [model, isPlaying]);
}

/** Brings it into the middle of the picture, once it is there and the run is over. */
function useSpotInSight(model: TimelineModel, spot: Spot | null, found: FoundSpot | null, isLive: boolean): void {
  const show = useEffectEvent(() => {
    if (found !== null) model.show(found.fromMs, found.toMs ?? model.getSnapshot().endMs);
  });
  const isThere = found !== null && !isLive;
  useEffect(() => {
    if (isThere) show();
  }, [spot, isThere]);
}

/** One mark for each line, with the names of all who were there. */
function standingAt(model: TimelineModel, timeMs: number): readonly StandingLine[] {
  const lines = new Map<string, { file: string; line: number; names: string[]; hue: number }>();
  for (const { process, place } of placesAt(model.view, model.recording.events, timeMs)) {
    const { file, line } = place;
    const key = `${file}:${line}`;
    const there = lines.get(key);
    if (there === undefined) lines.set(key, { file, line, names: [process.name], hue: hueOf(process.order) });
    else there.names.push(process.name);
  }
  return [...lines.values()].map(({ names, ...mark }) => ({ ...mark, names: names.join(', ') }));
}
