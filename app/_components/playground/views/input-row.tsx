import { type KeyboardEvent, type SubmitEvent, useRef } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import type { Words } from '../words';

/** A field for the program's question, where fingers type: a terminal and a screen keyboard do not go together. */
export function InputRow({ session, words }: { session: PlaygroundSession; words: Words }) {
  const field = useRef<HTMLInputElement>(null);
  const t = words.input;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!field.current) return;
    session.type(`${field.current.value}\r`);
    field.current.value = '';
    field.current.focus();
  };
  /** Ctrl+C and Ctrl+D, as in the terminal. */
  const control = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (!event.ctrlKey || selectionStart !== selectionEnd) return;
    if (event.key === 'c') session.type('\x03');
    else if (event.key === 'd') session.type('\x04');
    else return;
    event.preventDefault();
  };
  return (
    <form className="pg-input-row" onSubmit={send}>
      <input
        ref={field}
        type="text"
        aria-label={t.label}
        placeholder={t.label}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        onKeyDown={control}
      />
      <button type="submit" className="pg-button">
        {t.send}
      </button>
      <button type="button" className="pg-button" onClick={() => session.type('\x04')}>
        {t.end}
      </button>
    </form>
  );
}
