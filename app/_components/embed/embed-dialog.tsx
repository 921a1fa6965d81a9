import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import { codeFragment } from '@/app/_components/playground/share/code-link';
import { embeddingPath, withBasePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';
import {
  embedAddress,
  type EmbedSubject,
  fixedHeight,
  FRAME_PERMISSIONS,
  FRAME_SANDBOX,
  frameCode,
  markdownCode,
  scriptCode,
} from '@/embed/embed-code';
import { defaultEmbedOptions, type EmbedOptions } from '@/embed/embed-options';
import { CopyCode } from './copy-code';
import { EmbedOptionFields } from './embed-option-fields';
import './embed-dialog.css';

interface EmbedDialogProps {
  readonly lang: Language;
  readonly program: string | null;
  readonly name: string;
  readonly source: string;
  onClose(): void;
}

const VARIANTS = ['script', 'frame', 'markdown'] as const;

/** Writes the code that embeds a program, and shows what it will look like. */
export function EmbedDialog({ lang, program, name, source, onClose }: EmbedDialogProps) {
  const { dialog: t } = clientMessages(lang).embed;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [options, setOptions] = useState<EmbedOptions>({ ...defaultEmbedOptions, theme: 'host' });
  const [embedLang, setEmbedLang] = useState(lang);
  const [variant, setVariant] = useState<(typeof VARIANTS)[number]>('script');
  const [fragment, setFragment] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    codeFragment(source).then(setFragment, () => undefined); // without it, the link opens an empty playground
  }, [source]);

  const site = `${window.location.origin}${withBasePath('/')}`;
  const subject: EmbedSubject = { site, lang: embedLang, code: source, program, fragment, name };
  const code = {
    script: () => scriptCode(subject, options),
    frame: () => frameCode(subject, options),
    markdown: () => markdownCode(subject, clientMessages(embedLang).embed.dialog.link),
  }[variant]();
  return (
    <dialog
      ref={dialog}
      className="pg-sheet embed-dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className="pg-sheet-inside">
        <div className="pg-sheet-head">
          <h2 id={titleId} className="pg-sheet-title">
            {t.title}
          </h2>
          <button
            type="button"
            className="pg-icon-button"
            aria-label={t.close}
            title={t.close}
            onClick={() => dialog.current?.close()}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
        <div className="embed-dialog-columns">
          <div className="embed-dialog-form">
            <EmbedOptionFields
              words={t}
              options={options}
              language={embedLang}
              hasPython={program !== null}
              onOptions={setOptions}
              onLanguage={setEmbedLang}
            />
            <fieldset className="embed-choice is-row">
              <legend>{t.variant}</legend>
              {VARIANTS.map((each) => (
                <label key={each}>
                  <input type="radio" name={`${titleId}-variant`} checked={variant === each} onChange={() => setVariant(each)} />
                  {t.variants[each]}
                </label>
              ))}
            </fieldset>
            <p className="embed-hint">{t.hints[variant]}</p>
            <CopyCode code={code} words={t} />
            <a className="embed-docs" href={withBasePath(embeddingPath(lang))}>
              {t.docs}
            </a>
          </div>
          <figure className="embed-preview">
            <figcaption>{t.preview}</figcaption>
            {(program !== null || fragment !== '') && (
              <iframe
                key={embedAddress(subject, options)}
                title={t.preview}
                src={embedAddress(subject, { ...options, theme: previewTheme(options) })}
                height={fixedHeight(source, options)}
                sandbox={FRAME_SANDBOX}
                allow={FRAME_PERMISSIONS}
              />
            )}
          </figure>
        </div>
      </div>
    </dialog>
  );
}

/** The page around the preview is this one. */
function previewTheme({ theme }: EmbedOptions): EmbedOptions['theme'] {
  if (theme !== 'host') return theme;
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}
