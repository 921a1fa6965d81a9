import { BrandMark } from '@/app/_components/site/brand-mark';
import type { embedEn } from '@/app/_i18n/embed.en';

interface OpenLinkProps {
  readonly href: string;
  readonly words: (typeof embedEn)['card'];
}

/** The way to the whole of Spawnpoint, with the reader's code. */
export function OpenLink({ href, words }: OpenLinkProps) {
  return (
    <a className="embed-open" href={href} target="_blank" rel="noopener" aria-label={words.openLabel}>
      <BrandMark className="embed-mark" />
      {words.open}
    </a>
  );
}
