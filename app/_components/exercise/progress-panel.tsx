'use client';

import { type ChangeEvent, useRef, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import { progressStore, useProgress } from '@/app/_progress/use-progress';
import type { Language } from '@/content/lesson-schema';

interface ProgressPanelProps {
  readonly lang: Language;
  /** What the exercises' progress is kept under. */
  readonly exercises: readonly string[];
}

const loadFileFormat = () => import('@/app/_progress/progress-file');

/** How many exercises are solved, and the marks as a file to take along. */
export function ProgressPanel({ lang, exercises }: ProgressPanelProps) {
  const { progress: words } = clientMessages(lang).exercises;
  const progress = useProgress();
  const input = useRef<HTMLInputElement>(null);
  const [remark, setRemark] = useState('');
  const solved = exercises.filter((id) => progress[id] === 'done').length;

  const save = async () => {
    const { progressToFile } = await loadFileFormat();
    const address = URL.createObjectURL(new Blob([progressToFile(progress)], { type: 'application/json' }));
    const link = document.createElement('a');
    Object.assign(link, { href: address, download: 'spawnpoint-progress.json' });
    link.click();
    URL.revokeObjectURL(address);
  };
  const load = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const { progressFromFile } = await loadFileFormat();
    const loaded = progressFromFile((await target.files?.[0]?.text()) ?? '');
    target.value = '';
    if (loaded === null) return setRemark(words.refused);
    for (const [id, stage] of Object.entries(loaded)) progressStore().reach(id, stage);
    setRemark(words.loaded(Object.keys(loaded).length));
  };

  return (
    <section className="progress-panel no-print" aria-label={words.heading}>
      <p>
        <b>{words.solvedOf(solved, exercises.length)}</b>
        <br />
        {words.kept}
      </p>
      <div>
        <button type="button" className="button" onClick={() => void save()}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.load}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.load}
          onChange={(event) => void load(event)}
        />
      </div>
      <p role="status">{remark}</p>
    </section>
  );
}
