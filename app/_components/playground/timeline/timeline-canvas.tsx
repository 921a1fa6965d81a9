import type { Place } from '@/runtime';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { PictureController, type Tip } from './picture-controller';
import type { TimelineWords } from './run-words';
import { formatTime } from './time-scale';
import type { TimelineModel, TimelineSnapshot } from './timeline-model';

interface TimelineCanvasProps {
  readonly model: TimelineModel;
  readonly snapshot: TimelineSnapshot;
  readonly words: TimelineWords;
  /** Where others find what draws the picture. */
  readonly controller: RefObject<PictureController | null>;
  onPlace(place: Place): void;
}

/** Without so much room beyond the pointer, a tip is put before it. */
const TIP_WIDTH = 270;
const TIP_HEIGHT = 120;

/** The picture. For who does not see it, it is a slider over the time of the run; the tables tell the rest. */
export function TimelineCanvas({ model, snapshot, words, controller, onPlace }: TimelineCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const howToId = useId();
  const [tip, setTip] = useState<Tip | null>(null);
  const [spoken, setSpoken] = useState('');
  const goTo = useEffectEvent(onPlace);

  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new PictureController(canvas.current, model, words, {
      onTip: setTip,
      onSpoken: setSpoken,
      onPlace: (place) => goTo(place),
    });
    controller.current = made;
    return () => {
      controller.current = null;
      made.dispose();
    };
  }, [model, words, controller]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !controller.current?.key(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { playheadMs, endMs } = snapshot;
  const nowMs = playheadMs ?? endMs;
  return (
    <div className="tl-canvas">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="slider"
        aria-label={words.title}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.round(endMs)}
        aria-valuenow={Math.round(nowMs)}
        aria-valuetext={spoken === '' ? formatTime(nowMs, 0.1) : spoken}
        aria-describedby={howToId}
        onKeyDown={onKeyDown}
        onBlur={() => controller.current?.unmark()}
      />
      <span id={howToId} hidden>
        {words.howTo}
      </span>
      {spoken !== '' && playheadMs !== null && <p className="tl-spoken">{spoken}</p>}
      {tip && <TipBox tip={tip} />}
    </div>
  );
}

/** Outside the card, which would cut it off. */
function TipBox({ tip: { title, lines, x, y } }: { tip: Tip }) {
  const isLeft = x + TIP_WIDTH > window.innerWidth;
  const isAbove = y + TIP_HEIGHT > window.innerHeight;
  return createPortal(
    <div
      className="tl-tip"
      style={{
        left: x + (isLeft ? -8 : 12),
        top: y + (isAbove ? -10 : 18),
        translate: `${isLeft ? '-100%' : '0'} ${isAbove ? '-100%' : '0'}`,
      }}
      aria-hidden="true"
    >
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>,
    document.body,
  );
}
