'use client';

import { type ReactNode, useId, useState } from 'react';

interface GlossaryTermProps {
  readonly meaning: string;
  readonly children: ReactNode;
}

/** A word with its meaning, shown while it is pointed at or has the focus; Esc takes it away. */
export function GlossaryTerm({ meaning, children }: GlossaryTermProps) {
  const id = useId();
  const [isDismissed, setDismissed] = useState(false);
  const comeBack = () => setDismissed(false);
  return (
    <span className="term" data-dismissed={isDismissed || undefined} onMouseLeave={comeBack}>
      <button
        type="button"
        aria-describedby={id}
        onBlur={comeBack}
        onKeyDown={(event) => event.key === 'Escape' && setDismissed(true)}
      >
        {children}
      </button>
      <span className="term-meaning" role="tooltip" id={id}>
        {meaning}
      </span>
    </span>
  );
}
