import { FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { FILE_NAME, type ProgramFile } from '../session/program-files';
import { ENTRY } from '../session/source-position';
import type { Words } from '../words';

interface FileActionsProps {
  readonly words: Words;
  readonly files: readonly ProgramFile[];
  /** The file that is shown. */
  readonly current: string;
  onAdd(name: string): void;
  onRename(from: string, to: string): void;
  onRemove(name: string): void;
}

/** Beside the tabs: a file more, another name, or one file less. `main.ts` stays. */
export function FileActions({ words, files, current, onAdd, onRename, onRemove }: FileActionsProps) {
  const t = words.files;
  const [asked, setAsked] = useState<'add' | 'rename' | null>(null);
  if (asked !== null) {
    return (
      <FileName
        words={words}
        taken={files.map(({ name }) => name).filter((name) => asked === 'add' || name !== current)}
        initial={asked === 'add' ? freeName(files) : current}
        onDone={(name) => {
          setAsked(null);
          if (name === null) return;
          if (asked === 'add') onAdd(name);
          else if (name !== current) onRename(current, name);
        }}
      />
    );
  }
  const isOwn = current !== ENTRY && files.some(({ name }) => name === current);
  return (
    <div className="pg-file-actions" role="group" aria-label={t.actions}>
      {isOwn && (
        <>
          <IconButton label={t.rename(current)} onClick={() => setAsked('rename')}>
            <Pencil size={14} aria-hidden="true" />
          </IconButton>
          <IconButton label={t.remove(current)} onClick={() => onRemove(current)}>
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton label={t.add} onClick={() => setAsked('add')}>
        <FilePlus2 size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly children: React.ReactNode;
  onClick(): void;
}

function IconButton({ label, children, onClick }: IconButtonProps) {
  return (
    <button type="button" className="pg-icon-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

interface FileNameProps {
  readonly words: Words;
  readonly taken: readonly string[];
  readonly initial: string;
  /** With null: nothing is to be done. */
  onDone(name: string | null): void;
}

function FileName({ words, taken, initial, onDone }: FileNameProps) {
  const t = words.files;
  const complaintId = useId();
  const [name, setName] = useState(initial);
  const full = name.includes('.') ? name : `${name}.ts`;
  const complaint = !FILE_NAME.test(full) ? t.invalid : taken.includes(full) ? t.taken(full) : null;
  const leave = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone(null);
  };
  return (
    <form
      className="pg-file-name"
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault();
        if (complaint === null) onDone(full);
      }}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || onDone(null)}
    >
      <input
        value={name}
        aria-label={t.name}
        aria-invalid={complaint !== null}
        aria-describedby={complaint === null ? undefined : complaintId}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        size={12}
        ref={(input) => input?.select()}
        onChange={({ target }) => setName(target.value)}
      />
      {complaint !== null && (
        <span id={complaintId} className="pg-file-complaint" role="alert">
          {complaint}
        </span>
      )}
    </form>
  );
}

/** `work.ts`, or the next number of it. */
function freeName(files: readonly ProgramFile[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'work.ts' : `work${number}.ts`;
    if (!files.some((file) => file.name === name)) return name;
  }
}
