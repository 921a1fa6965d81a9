'use client';

import type { ReactNode } from 'react';
import type { Stage } from '@/app/_progress/progress-store';
import { useProgress } from '@/app/_progress/use-progress';

interface ProgressMarkProps {
  readonly slug: string;
  readonly labels: Readonly<Record<Stage, string>>;
  /** The lesson's title, between the mark and its meaning for screen readers. */
  readonly children: ReactNode;
}

export function ProgressMark({ slug, labels, children }: ProgressMarkProps) {
  const stage = useProgress()[slug];
  return (
    <>
      <span className="tick" data-progress={stage} aria-hidden />
      <span>
        {children}
        {stage !== undefined && <span className="sr-only"> ({labels[stage]})</span>}
      </span>
    </>
  );
}
