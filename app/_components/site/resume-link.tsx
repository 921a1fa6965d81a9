'use client';

import Link from 'next/link';
import { useProgress } from '@/app/_progress/use-progress';

interface ResumeLinkProps {
  /** In the course's order, each with what the link says once the course was begun. */
  readonly lessons: readonly { readonly slug: string; readonly href: string; readonly resume: string }[];
  readonly start: string;
}

/** To the first lesson, or for those who come back to the first that is not done. */
export function ResumeLink({ lessons, start }: ResumeLinkProps) {
  const progress = useProgress();
  const begun = Object.keys(progress).length > 0;
  const first = lessons[0];
  const next = lessons.find(({ slug }) => progress[slug] !== 'done') ?? first;
  if (next === undefined) return null;
  return (
    <Link href={next.href} className="button" data-primary>
      {begun ? next.resume : start}
    </Link>
  );
}
