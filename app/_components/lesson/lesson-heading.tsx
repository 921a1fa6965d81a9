import type { ReactNode } from 'react';
import { headingId } from '@/app/_lessons/headings';

/** The text of rendered children, without their markup. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (node !== null && typeof node === 'object' && 'props' in node) {
    return textOf((node.props as { children?: ReactNode }).children);
  }
  return '';
}

interface LessonHeadingProps {
  readonly as: 'h2' | 'h3';
  readonly linkTo: (heading: string) => string;
  readonly children?: ReactNode;
}

/** A heading with an anchor, for links to it. */
export function LessonHeading({ as: Heading, linkTo, children }: LessonHeadingProps) {
  const text = textOf(children);
  const id = headingId(text);
  return (
    <Heading id={id}>
      {children}
      <a className="anchor" href={`#${id}`} aria-label={linkTo(text)}>
        #
      </a>
    </Heading>
  );
}
