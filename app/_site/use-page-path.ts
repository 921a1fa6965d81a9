'use client';

import { usePathname } from 'next/navigation';

/** The path of the page as `paths.ts` writes it: static hosts serve pages as folders, with a slash at the end. */
export function usePagePath(): string {
  const path = usePathname();
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
