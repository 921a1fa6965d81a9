import { CodeXml } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import type { Language } from '@/content/lesson-schema';

interface EmbedButtonProps {
  readonly lang: Language;
  /** `slug/name` when a lesson's program is shown as it is; else null. */
  readonly program: string | null;
  /** What the program is called. */
  readonly name: string;
  getSource(): string;
}

const EmbedDialog = lazy(() => import('./embed-dialog').then((module) => ({ default: module.EmbedDialog })));

/** Opens the dialog that writes the code for embedding this program. */
export function EmbedButton({ lang, program, name, getSource }: EmbedButtonProps) {
  const { dialog: t } = clientMessages(lang).embed;
  const [source, setSource] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        className="pg-button pg-embed"
        aria-label={t.openLabel}
        aria-haspopup="dialog"
        title={t.openLabel}
        onClick={() => setSource(getSource())}
      >
        <CodeXml size={14} aria-hidden="true" />
        <span className="pg-button-text">{t.open}</span>
      </button>
      {source !== null && (
        <Suspense>
          <EmbedDialog {...{ lang, program, name, source }} onClose={() => setSource(null)} />
        </Suspense>
      )}
    </>
  );
}
