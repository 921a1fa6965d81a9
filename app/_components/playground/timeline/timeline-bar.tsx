import { Maximize, Minus, Pause, Play, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineWords } from './run-words';
import { formatTime } from './time-scale';
import { SPEEDS, type TimelineModel, type TimelineSnapshot } from './timeline-model';

interface TimelineBarProps {
  readonly model: TimelineModel;
  readonly snapshot: TimelineSnapshot;
  readonly words: TimelineWords;
  /** Chooses between picture and tables. */
  readonly faces: ReactNode;
  /** Files to take away. */
  readonly exports: ReactNode;
  /** What is for the picture only is shown. */
  readonly isPicture: boolean;
}

/** What can be done with the picture. */
export function TimelineBar({ model, snapshot, words, faces, exports, isPicture }: TimelineBarProps) {
  const { isLive, isPlaying, playheadMs, mode, speed } = snapshot;
  const { lost } = model.recording;
  return (
    <div className="tl-bar">
      {faces}
      {isPicture && (
        <>
          {' '}
          <span className="tl-key is-starting">
            <i aria-hidden="true" />
            {words.legend.starting}
          </span>
          <span className="tl-key">
            <i aria-hidden="true" />
            {words.legend.running}
          </span>
          <span className="tl-key is-waiting">
            <i aria-hidden="true" />
            {words.legend.waiting}
          </span>
        </>
      )}
      {lost > 0 && <span className="tl-lost">{words.lost(lost.toLocaleString())}</span>}
      <span className="tl-range">{isPicture && playheadMs !== null ? '' : rangeText(snapshot, words)}</span>
      <span className="tl-controls">
        {isPicture && (
          <>
            {model.view.messages.length > 0 && (
              <button
                type="button"
                className="tl-button"
                aria-pressed={snapshot.showsMessages}
                title={words.messagesLabel}
                onClick={() => model.toggleMessages()}
              >
                {words.messages}
              </button>
            )}
            {model.view.holds.length > 0 && (
              <button
                type="button"
                className="tl-button"
                aria-pressed={snapshot.showsLocks}
                title={words.locksLabel}
                onClick={() => model.toggleLocks()}
              >
                {words.locks}
              </button>
            )}
            <button
              type="button"
              className="tl-button is-icon"
              aria-label={words.zoomOut}
              title={words.zoomOut}
              onClick={() => model.zoomOut()}
            >
              <Minus size={14} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="tl-button is-icon"
              aria-label={words.zoomIn}
              title={words.zoomIn}
              onClick={() => model.zoomIn()}
            >
              <Plus size={14} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="tl-button is-icon"
              aria-label={words.fitLabel}
              title={words.fitLabel}
              aria-pressed={mode === 'fit'}
              onClick={() => model.fit()}
            >
              <Maximize size={13} aria-hidden="true" />
            </button>
            {isLive && (
              <button
                type="button"
                className="tl-button"
                title={words.followLabel}
                aria-pressed={mode === 'follow'}
                onClick={() => model.followNow()}
              >
                {words.follow}
              </button>
            )}
          </>
        )}
        {!isLive && (
          <>
            <button
              type="button"
              className="tl-button is-icon"
              aria-label={isPlaying ? words.pause : words.play}
              title={isPlaying ? words.pause : words.play}
              onClick={() => (isPlaying ? model.pause() : model.play())}
            >
              {isPlaying ? <Pause size={13} aria-hidden="true" /> : <Play size={13} aria-hidden="true" />}
            </button>
            <select
              className="tl-select"
              aria-label={words.speed}
              value={speed}
              onChange={({ currentTarget }) => model.setSpeed(Number(currentTarget.value))}
            >
              {SPEEDS.map((each) => (
                <option key={each} value={each}>
                  ×{each}
                </option>
              ))}
            </select>
          </>
        )}
        {isPicture && exports}
        {playheadMs !== null && (
          <button type="button" className="tl-button" title={words.nowLabel} onClick={() => model.seek(null)}>
            {words.now}
          </button>
        )}
      </span>
    </div>
  );
}

function rangeText({ fromMs, toMs, endMs, playheadMs }: TimelineSnapshot, words: TimelineWords): string {
  if (playheadMs !== null) return words.past(formatTime(playheadMs, 0.1));
  const step = (Math.min(toMs, endMs) - fromMs) / 100 || 1;
  return words.range(formatTime(fromMs, step), formatTime(Math.min(toMs, endMs), step));
}
