'use client';

import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { wake } from '@/app/_components/island/nearness';
import { askToSee } from '@/app/_components/playground/timeline/spot-event';
import type { Spot } from '@/runtime';

interface SeeProps {
  readonly programId: string;
  readonly spot: Spot;
  /** For who cannot see the mark behind the sentence. */
  readonly hint: string;
  readonly children: ReactNode;
}

/** A sentence that shows in the timeline of a program what it speaks of. */
export function See({ programId, spot, hint, children }: SeeProps) {
  const show = async () => {
    await wake(programId);
    askToSee({ programId, spot });
  };
  return (
    <button type="button" className="see" onClick={() => void show()}>
      {children}
      <Eye size={14} role="img" aria-label={hint} />
    </button>
  );
}
