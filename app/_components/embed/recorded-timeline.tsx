'use client';

import { useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import type { RecordedRun } from '@/app/_lessons/recorded-run';
import { type Past, TimelineView } from '@/app/_components/playground/timeline/timeline-view';
import type { SourcePosition } from '@/app/_components/playground/session/source-position';
import { Recording } from '@/runtime';
import type { Language } from '@/content/lesson-schema';
import '@/app/_components/playground/timeline/timeline.css';

interface RecordedTimelineProps {
  readonly run: RecordedRun;
  readonly lang: Language;
  onPosition(position: SourcePosition): void;
  onPast(past: Past | null): void;
}

/** The picture of a recorded run; it can be gone through like any other. */
export function RecordedTimeline({ run, lang, onPosition, onPast }: RecordedTimelineProps) {
  const [trace] = useState(() => {
    const recording = new Recording();
    recording.appendEvents(run.events);
    return recording;
  });
  const words = clientMessages(lang).playground.timeline;
  return (
    <div role="group" className="tl is-open" aria-label={words.title}>
      <div className="tl-head">{words.title}</div>
      <div className="tl-body">
        <TimelineView
          {...{ trace, words, onPast }}
          isLive={false}
          isStuck={false}
          spot={null}
          onForgetSpot={() => undefined}
          onPlace={onPosition}
          onSignal={() => undefined}
        />
      </div>
    </div>
  );
}
