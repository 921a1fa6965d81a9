import type { Words } from '../words';

/** What a narrow card shows one at a time. */
export type Pane = 'code' | 'output' | 'timeline';

const PANES: readonly Pane[] = ['code', 'output', 'timeline'];

interface PaneSwitchProps {
  readonly words: Words;
  readonly current: Pane;
  onShow(pane: Pane): void;
}

/** On a phone: program, terminal and timeline in one place. A wide card shows all three and not this. */
export function PaneSwitch({ words, current, onShow }: PaneSwitchProps) {
  const t = words.panes;
  return (
    <div className="pg-switch" role="group" aria-label={t.label}>
      {PANES.map((pane) => (
        <button key={pane} type="button" aria-pressed={pane === current} onClick={() => onShow(pane)}>
          {t[pane]}
        </button>
      ))}
    </div>
  );
}
