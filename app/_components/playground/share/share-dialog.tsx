import { strToU8, zipSync } from 'fflate';
import { Check, Download, FolderDown, Link2, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { renderSVG } from 'uqr';
import { filesOf } from '../session/program-files';
import { ENTRY } from '../session/source-position';
import type { Words } from '../words';
import { codeFragment } from './code-link';
import { download } from './download';
import { projectFiles } from './project-files';

interface ShareDialogProps {
  readonly words: Words;
  /** Address of the page that opens links. */
  readonly path: string;
  readonly source: string;
  onClose(): void;
}

/** So many characters fit into a code that a phone still reads from a screen. */
const LONGEST_QR = 1200;

/** A link with the code in it, the same as a picture for a phone's camera, and the code as files. */
export function ShareDialog({ words, path, source, onClose }: ShareDialogProps) {
  const t = words.share;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const files = filesOf(source);
  const [link, setLink] = useState('');
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    codeFragment(source).then(
      (fragment) => setLink(new URL(path + fragment, window.location.href).href),
      () => setResult('failed'), // a browser that cannot compress
    );
  }, [path, source]);

  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setResult('copied'),
      () => setResult('failed'), // no permission, or a page without HTTPS
    );
  const project = () => {
    const entries = Object.entries(projectFiles(files, window.location.origin));
    const bytes = zipSync(Object.fromEntries(entries.map(([name, text]) => [`my-program/${name}`, strToU8(text)])));
    download('my-program.zip', 'application/zip', bytes);
  };
  return (
    <dialog
      ref={dialog}
      className="pg-sheet"
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
            aria-label={words.shortcuts.close}
            title={words.shortcuts.close}
            onClick={() => dialog.current?.close()}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
        <p className="pg-share-note">{t.note}</p>
        <div className="pg-share-link">
          <input readOnly value={link} aria-label={t.link} onFocus={({ target }) => target.select()} />
          <button type="button" className="pg-button" disabled={link === ''} onClick={copy}>
            {result === 'copied' ? <Check size={14} aria-hidden="true" /> : <Link2 size={14} aria-hidden="true" />}
            {t.label}
          </button>
        </div>
        <p className="pg-share-note" role="status">
          {result === null ? '' : result === 'copied' ? t.copied : t.failed}
        </p>
        {link.length > LONGEST_QR ? (
          <p className="pg-share-note">{t.tooLong}</p>
        ) : (
          link !== '' && (
            <div
              className="pg-share-qr"
              role="img"
              aria-label={t.qr}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: renderSVG draws squares, whatever the text
              dangerouslySetInnerHTML={{ __html: renderSVG(link, { border: 2, ecc: 'L' }) }}
            />
          )
        )}
        <div className="pg-share-files">
          {files.length === 1 && (
            <button type="button" className="pg-button" onClick={() => download(ENTRY, 'text/plain', source)}>
              <Download size={14} aria-hidden="true" />
              {t.file}
            </button>
          )}
          <button type="button" className="pg-button" onClick={project}>
            <FolderDown size={14} aria-hidden="true" />
            {t.project}
          </button>
        </div>
      </div>
    </dialog>
  );
}
