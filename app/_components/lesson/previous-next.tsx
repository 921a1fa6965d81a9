import Link from 'next/link';
import { messages } from '@/app/_i18n';
import type { Lesson } from '@/app/_lessons/lessons';
import { lessonPath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';

interface PreviousNextProps {
  readonly lang: Language;
  readonly previous: Lesson | undefined;
  readonly next: Lesson | undefined;
}

export function PreviousNext({ lang, previous, next }: PreviousNextProps) {
  const text = messages(lang).site.lessons;
  return (
    <nav className="previous-next no-print" aria-label={text.neighbours}>
      {previous !== undefined && (
        <Link className="neighbour" href={lessonPath(lang, previous.slug)} rel="prev">
          <small>{text.previous}</small>
          {previous.title}
        </Link>
      )}
      {next !== undefined && (
        <Link className="neighbour" href={lessonPath(lang, next.slug)} rel="next">
          <small>{text.next}</small>
          {next.title}
        </Link>
      )}
    </nav>
  );
}
