import { useEffect, useState } from 'react';

const SHOWN_MS = 2000;

/** A word that is shown for a moment. */
export function useRemark(): [remark: string | null, say: (remark: string) => void] {
  const [said, setSaid] = useState<{ readonly remark: string } | null>(null);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  // A new object each time, so that saying it again shows it anew.
  return [said?.remark ?? null, (remark) => setSaid({ remark })];
}
