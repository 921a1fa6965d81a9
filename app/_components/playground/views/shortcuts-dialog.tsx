import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Words } from '../words';
import { useCommandKey } from './command-key';

interface ShortcutsDialogProps {
  readonly words: Words;
  onClose(): void;
}

type Row = readonly [action: string, ...keys: string[]];

export function ShortcutsDialog({ words, onClose }: ShortcutsDialogProps) {
  const t = words.shortcuts;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const groups = shortcuts(t, useCommandKey());
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="pg-sheet"
      aria-labelledby={titleId}
      onClose={onClose}
      // Only a click beside the sheet meets the dialog itself.
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
        {groups.map(([title, rows]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([action, ...keys]) => (
                <div key={action}>
                  <dt>{action}</dt>
                  <dd>{keys.map((key, i) => (key === t.then ? <span key={i}>{key}</span> : <kbd key={i}>{key}</kbd>))}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

function shortcuts(t: Words['shortcuts'], commandKey: '⌘' | 'Ctrl'): readonly (readonly [string, readonly Row[]])[] {
  const isMac = commandKey === '⌘';
  const control = isMac ? '⌃' : 'Ctrl';
  return [
    [
      t.groups.playground,
      [
        [t.run, commandKey, isMac ? '↵' : 'Enter'],
        [t.help, '?'],
        [t.leaveFullScreen, 'Esc'],
      ],
    ],
    [
      t.groups.editor,
      [
        [t.leaveEditor, 'Esc', t.then, 'Tab'],
        [t.complete, control, isMac ? '␣' : 'Space'],
        [t.hover, commandKey, 'K', t.then, commandKey, 'I'],
        [t.find, commandKey, 'F'],
        [t.format, isMac ? '⇧' : 'Shift', isMac ? '⌥' : 'Alt', 'F'],
        [t.fold, commandKey, isMac ? '⌥' : 'Shift', '[', ']'],
        [t.nextProblem, 'F8'],
      ],
    ],
    [
      t.groups.terminal,
      [
        [t.interrupt, control, 'C'],
        [t.endInput, control, 'D'],
        [t.copySelection, commandKey, 'C'],
      ],
    ],
  ];
}
