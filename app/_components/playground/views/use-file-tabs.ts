import { useId, useState } from 'react';
import type { ProgramFile } from '../session/program-files';
import { ENTRY } from '../session/source-position';
import type { Words } from '../words';
import type { FileTab, PanelProps } from './file-tabs';

/** The tab of the Python original; no file of a program has such a name. */
export const PYTHON = 'python';

interface FileTabsState {
  readonly tabs: readonly FileTab[];
  /** Name of the file that is shown, or `PYTHON`. */
  readonly current: string;
  readonly panelPrefix: string;
  select(id: string): void;
  /** The attributes of a file's panel. */
  panel(id: string): PanelProps;
}

/** Which of the files of a program is shown. */
export function useFileTabs(files: readonly ProgramFile[], hasPython: boolean, words: Words): FileTabsState {
  const panelPrefix = useId();
  const [chosen, select] = useState(ENTRY);
  const tabs: FileTab[] = files.map(({ name }) => ({ id: name, title: name }));
  if (hasPython) tabs.push({ id: PYTHON, title: words.tabs.python, label: words.tabs.pythonLabel });
  // The file may be gone by now.
  const current = tabs.some(({ id }) => id === chosen) ? chosen : ENTRY;
  return {
    tabs,
    current,
    panelPrefix,
    select,
    panel: (id) => ({
      id: `${panelPrefix}-${id}`,
      role: tabs.length > 1 ? 'tabpanel' : undefined,
      'aria-labelledby': tabs.length > 1 ? `${panelPrefix}-tab-${id}` : undefined,
      className: 'pg-file',
      hidden: current !== id,
    }),
  };
}
