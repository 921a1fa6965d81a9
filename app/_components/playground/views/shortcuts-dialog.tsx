import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { Words } from '../words';

interface ShortcutsDialogProps {
  readonly words: Words;
  readonly commandKey: '⌘' | 'Ctrl';
  onClose(): void;
}

type Row = readonly [action: string, ...keys: string[]];

export function ShortcutsDialog({ words, commandKey, onClose }: ShortcutsDialogProps) {
  const t = words.shortcuts;
  const isMac = commandKey === '⌘';
  const groups: readonly (readonly [string, readonly Row[]])[] = [
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
        [t.complete, isMac ? '⌃' : 'Ctrl', isMac ? '␣' : 'Space'],
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
        [t.interrupt, isMac ? '⌃' : 'Ctrl', 'C'],
        [t.endInput, isMac ? '⌃' : 'Ctrl', 'D'],
        [t.copySelection, commandKey, 'C'],
      ],
    ],
  ];
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="pg-sheet-shade" />
        <Dialog.Content className="pg-sheet" aria-describedby={undefined}>
          <div className="pg-sheet-head">
            <Dialog.Title className="pg-sheet-title">{t.title}</Dialog.Title>
            <Dialog.Close className="pg-icon-button" aria-label={t.close} title={t.close}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </div>
          {groups.map(([title, rows]) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map(([action, ...keys]) => (
                  <div key={action}>
                    <dt>{action}</dt>
                    <dd>
                      {keys.map((key, i) =>
                        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never change
                        key === t.then ? <span key={i}>{key}</span> : <kbd key={i}>{key}</kbd>,
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
