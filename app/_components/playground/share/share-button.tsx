import { Check, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Words } from '../words';
import { codeFragment } from './code-link';

interface ShareButtonProps {
  readonly words: Words;
  /** Address of the page that opens links. */
  readonly path: string;
  getSource(): string;
}

const SHOWN_MS = 2000;

/** Copies a link that opens the playground with this code. */
export function ShareButton({ words, path, getSource }: ShareButtonProps) {
  const t = words.share;
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    const url = new URL(path, window.location.href);
    url.hash = await codeFragment(getSource());
    await navigator.clipboard.writeText(url.href);
  };
  const share = () =>
    void copy().then(
      () => setResult('copied'),
      () => setResult('failed'), // no permission, or a page without HTTPS
    );
  const outcome = result === 'copied' ? t.copied : t.failed;
  return (
    <>
      <button type="button" className="pg-button pg-wide-only" aria-label={t.label} title={t.label} onClick={share}>
        {result === 'copied' ? <Check size={14} aria-hidden="true" /> : <Link2 size={14} aria-hidden="true" />}
        <span className="pg-button-text">{result ? outcome : t.share}</span>
      </button>
      <span className="pg-sr" role="status">
        {result ? outcome : ''}
      </span>
    </>
  );
}
