import type { Heading } from '@/app/_lessons/headings';

interface TableOfContentsProps {
  readonly label: string;
  readonly headings: readonly Heading[];
}

export function TableOfContents({ label, headings }: TableOfContentsProps) {
  if (headings.length < 2) return null;
  return (
    <nav className="toc no-print" aria-label={label}>
      <p className="eyebrow">{label}</p>
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
