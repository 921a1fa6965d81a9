'use client';

import { useEffect, useState } from 'react';

interface CopyButtonProps {
  readonly code: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

const shownMs = 2000;

export function CopyButton({ code, copy, copied, failed }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (result === undefined) return undefined;
    const timer = setTimeout(() => setResult(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [result]);

  const write = () =>
    navigator.clipboard.writeText(code).then(
      () => setResult('copied'),
      // The browser may refuse: no permission, or a page without HTTPS.
      () => setResult('failed'),
    );

  return (
    <button type="button" className="copy-button no-print" onClick={() => void write()}>
      <span aria-live="polite">{result === undefined ? copy : result === 'copied' ? copied : failed}</span>
    </button>
  );
}
