'use client';

import type { ReactNode } from 'react';
import { usePagePath } from '@/app/_site/use-page-path';
import { IntentLink } from './intent-link';

interface SectionLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a part of the site; current on all pages below it. */
export function SectionLink({ href, className = 'section-link', children }: SectionLinkProps) {
  const path = usePagePath();
  const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <IntentLink href={href} className={className} aria-current={current}>
      {children}
    </IntentLink>
  );
}
