import { useEffect, useId, useState } from 'react';
import type { embedEn } from '@/app/_i18n/embed.en';

interface CopyCodeProps {
  readonly code: string;
  readonly words: (typeof embedEn)['dialog'];
}

const SHOWN_MS = 2000;

export function CopyCode({ code, words }: CopyCodeProps) {
  const id = useId();
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setResult('copied'),
      () => setResult('failed'), // no permission, or a page without HTTPS: the text can be selected
    );
  return (
    <div className="embed-code-to-copy">
      <label className="pg-sr" htmlFor={id}>
        {words.code}
      </label>
      <textarea
        id={id}
        readOnly
        rows={7}
        value={code}
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <button type="button" className="pg-run" onClick={copy}>
        <span aria-live="polite">{result === null ? words.copy : result === 'copied' ? words.copied : words.copyFailed}</span>
      </button>
    </div>
  );
}
