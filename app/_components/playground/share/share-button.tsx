import { Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Words } from '../words';

interface ShareButtonProps {
  readonly words: Words;
  /** Address of the page that opens links. */
  readonly path: string;
  getSource(): string;
}

const ShareDialog = lazy(() => import('./share-dialog').then((module) => ({ default: module.ShareDialog })));

/** Opens the sheet with the link to this code. */
export function ShareButton({ words, path, getSource }: ShareButtonProps) {
  const t = words.share;
  const [source, setSource] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        className="pg-button pg-wide-only"
        aria-label={t.openLabel}
        aria-haspopup="dialog"
        title={t.openLabel}
        onClick={() => setSource(getSource())}
      >
        <Share2 size={14} aria-hidden="true" />
        <span className="pg-button-text">{t.share}</span>
      </button>
      {source !== null && (
        <Suspense>
          <ShareDialog {...{ words, path, source }} onClose={() => setSource(null)} />
        </Suspense>
      )}
    </>
  );
}
