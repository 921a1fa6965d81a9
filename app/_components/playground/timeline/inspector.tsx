import type { Place } from '@/runtime';
import { useEffect, useState } from 'react';
import { momentText } from './moment-text';
import { ObjectTable } from './object-table';
import { ProcessTable } from './process-table';
import { RunWords, type TimelineWords } from './run-words';
import type { TimelineModel, TimelineSnapshot } from './timeline-model';
import { useMoment } from './use-moment';

interface InspectorProps {
  readonly model: TimelineModel;
  readonly snapshot: TimelineSnapshot;
  readonly words: TimelineWords;
  readonly shows: 'processes' | 'objects';
  onPlace(place: Place): void;
  onSignal(pid: number, signal: number): void;
}

const SHOWN_MS = 2000;

/** The run in words: now, or at the playhead. */
export function Inspector({ model, snapshot, words, shows, onPlace, onSignal }: InspectorProps) {
  const moment = useMoment(model, snapshot);
  const runWords = new RunWords(model.view, words);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return undefined;
    const timer = setTimeout(() => setCopied(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    void navigator.clipboard.writeText(momentText(moment, runWords)).then(
      () => setCopied(true),
      () => setCopied(false), // no permission, or a page without HTTPS
    );
  return (
    <div className="tl-inspector">
      {shows === 'processes' ? (
        <ProcessTable
          {...{ moment, onPlace, onSignal }}
          words={runWords}
          canSignal={snapshot.isLive && snapshot.playheadMs === null}
        />
      ) : (
        <ObjectTable moment={moment} words={runWords} />
      )}
      <button type="button" className="tl-button tl-copy" onClick={copy}>
        {copied === null ? words.copy : copied ? words.copied : words.copyFailed}
      </button>
      <span className="pg-sr" role="status">
        {copied === null ? '' : copied ? words.copied : words.copyFailed}
      </span>
    </div>
  );
}
