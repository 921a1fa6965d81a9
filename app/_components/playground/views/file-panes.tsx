import type { ReactNode } from 'react';
import type { EditorBook } from '../editor/editor-book';
import { filesOf } from '../session/program-files';
import type { PlaygroundSession } from '../session/playground-session';
import type { SessionSnapshot } from '../session/session-snapshot';
import { ENTRY } from '../session/source-position';
import type { Lang, Words } from '../words';
import { EditorPane } from './editor-pane';
import type { PanelProps } from './file-tabs';
import { PlainCode } from './plain-code';

interface FilePanesProps {
  readonly session: PlaygroundSession;
  readonly state: SessionSnapshot;
  readonly words: Words;
  readonly lang: Lang;
  readonly programId: string;
  readonly starter: string;
  /** `main.ts` of the starter. */
  readonly highlighted: ReactNode;
  readonly editors: EditorBook;
  readonly isReadOnly?: boolean;
  panel(file: string): PanelProps;
}

/** A pane for each file of the program, of which one is shown. */
export function FilePanes({ session, state, words, lang, programId, starter, highlighted, ...more }: FilePanesProps) {
  const { editors, isReadOnly = false, panel } = more;
  const starters = filesOf(starter);
  const problem = state.run.phase === 'compile-failed' ? state.run.problem : null;
  return state.files.map(({ name, source }) => {
    const unchanged = starters.find((file) => file.name === name)?.source ?? '';
    const shown = { source, starter: unchanged, highlighted: name === ENTRY ? highlighted : null };
    return (
      <div key={name} {...panel(name)}>
        {isReadOnly ? (
          <div className="pg-code">
            <section className="pg-plain" tabIndex={0} aria-label={name}>
              <PlainCode {...shown} />
            </section>
          </div>
        ) : (
          <EditorPane
            {...{ words, lang, programId, name, ...shown }}
            editor={editors.at(name)}
            problem={problem?.file === name ? problem : null}
            onEdit={(text) => session.editFile(name, text)}
            onLoading={() => editors.load()}
          />
        )}
      </div>
    );
  });
}
