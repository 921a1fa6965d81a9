'use client';

import { useProgress } from '@/app/_progress/use-progress';

interface SolvedMarkProps {
  readonly id: string;
  readonly solved: string;
}

export function SolvedMark({ id, solved }: SolvedMarkProps) {
  return useProgress()[id] === 'done' ? <span className="ex-solved">{solved}</span> : null;
}
