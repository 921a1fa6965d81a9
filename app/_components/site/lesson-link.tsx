'use client';

import type { Stage } from '@/app/_progress/progress-store';
import { usePagePath } from '@/app/_site/use-page-path';
import { IntentLink } from './intent-link';
import { ProgressMark } from './progress-mark';

interface LessonLinkProps {
  readonly href: string;
  readonly slug: string;
  readonly title: string;
  readonly labels: Readonly<Record<Stage, string>>;
}

export function LessonLink({ href, slug, title, labels }: LessonLinkProps) {
  const current = usePagePath() === href;
  return (
    <IntentLink href={href} className="outline-lesson" aria-current={current ? 'page' : undefined}>
      <ProgressMark slug={slug} labels={labels}>
        {title}
      </ProgressMark>
    </IntentLink>
  );
}
