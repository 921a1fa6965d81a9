'use client';

import { useEffect, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import { codeOf } from '@/app/_components/playground/share/code-link';
import type { Language } from '@/content/lesson-schema';
import { EmbedCard } from './embed-card';
import './embed.css';

/** The code behind the `#` of the address, as an embed. */
export function LinkedEmbed({ lang }: { readonly lang: Language }) {
  const t = clientMessages(lang).embed.card;
  const [code, setCode] = useState<{ readonly source: string | null } | null>(null);
  useEffect(() => {
    const read = () => void codeOf(window.location.hash).then((source) => setCode({ source }));
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  if (code === null || code.source === null) {
    return (
      <p className="embed-message" role="status">
        {code === null ? t.loading : t.damaged}
      </p>
    );
  }
  // Other code is another embed.
  return <EmbedCard key={code.source} programId="embed/code" source={code.source} lang={lang} />;
}
