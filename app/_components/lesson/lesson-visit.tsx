'use client';

import { useEffect } from 'react';
import { type ProgramRunEvent, programRunEvent } from '@/app/_progress/program-run-event';
import { progressStore } from '@/app/_progress/use-progress';

/** Notes that the lesson was opened, and when one of its programs is run. */
export function LessonVisit({ slug }: { readonly slug: string }) {
  useEffect(() => {
    progressStore().reach(slug, 'visited');
    const onRun = (event: Event) => {
      const { programId } = (event as ProgramRunEvent).detail;
      if (programId.startsWith(`${slug}/`)) progressStore().reach(slug, 'ran');
    };
    document.addEventListener(programRunEvent, onRun);
    return () => document.removeEventListener(programRunEvent, onRun);
  }, [slug]);

  return null;
}
