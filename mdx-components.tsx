import type { MDXComponents } from 'mdx/types';

/** Asked for by `@next/mdx`. A lesson's components depend on the lesson, so it gets them where it is rendered. */
export function useMDXComponents(): MDXComponents {
  return {};
}
