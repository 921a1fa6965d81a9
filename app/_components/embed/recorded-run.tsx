'use client';

import { useEffect, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import type { RecordedRun as Run } from '@/app/_lessons/recorded-run';
import { withBasePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import { RecordedOutput } from './recorded-output';

interface RecordedRunProps {
  readonly programId: string;
  readonly hasRecording: boolean;
  readonly lang: Language;
  /** The reader has changed the program: this is what the original did. */
  readonly isEdited: boolean;
  /** Greys what was written later than that. */
  readonly horizonMs: number | null;
  onLoaded(run: Run): void;
}

/** What the program did when it was recorded, for browsers that cannot run it here. */
export function RecordedRun({ programId, hasRecording, lang, isEdited, horizonMs, onLoaded }: RecordedRunProps) {
  const t = clientMessages(lang).embed.recorded;
  const words = clientMessages(lang).playground;
  const [run, setRun] = useState<Run | 'failed' | null>(null);
  useEffect(() => {
    if (!hasRecording) return undefined;
    let isGone = false;
    fetch(withBasePath(`/embed/runs/${programId}.json`))
      .then((response) => response.json() as Promise<Run>)
      .then(
        (loaded) => {
          if (isGone) return;
          setRun(loaded);
          onLoaded(loaded);
        },
        () => {
          if (!isGone) setRun('failed');
        },
      );
    return () => {
      isGone = true;
    };
  }, [programId, hasRecording, onLoaded]);
  if (!hasRecording) return <p className="embed-why">{t.none}</p>;
  return (
    <div className="embed-recorded">
      <p className="embed-why">
        <span className="embed-mark-recorded">{t.mark}</span>
        {run === 'failed' ? t.failed : isEdited ? t.whyEdited : t.why}
      </p>
      {run !== null && run !== 'failed' && (
        <RecordedOutput run={run} horizonMs={horizonMs} label={t.output} authorOf={words.terminal.author} />
      )}
    </div>
  );
}
