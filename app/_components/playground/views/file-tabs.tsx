import type { KeyboardEvent } from 'react';

/** What makes an element the panel of a tab. */
export interface PanelProps {
  readonly id: string;
  readonly role: 'tabpanel' | undefined;
  readonly 'aria-labelledby': string | undefined;
  readonly className: string;
  readonly hidden: boolean;
}

export interface FileTab {
  readonly id: string;
  readonly title: string;
  readonly label?: string;
}

interface FileTabsProps {
  readonly label: string;
  readonly tabs: readonly FileTab[];
  readonly current: string;
  /** Ids of the panels are `${panelPrefix}-${tab.id}`. */
  readonly panelPrefix: string;
  onSelect(id: string): void;
}

export function FileTabs({ label, tabs, current, panelPrefix, onSelect }: FileTabsProps) {
  // One file needs no choice.
  if (tabs.length === 1) return <span className="pg-tab">{tabs[0]?.title}</span>;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(`${panelPrefix}-tab-${tab.id}`)?.focus();
  };
  return (
    <div className="pg-tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, title, label: name }) => (
        <button
          key={id}
          id={`${panelPrefix}-tab-${id}`}
          type="button"
          role="tab"
          className="pg-tab"
          aria-selected={id === current}
          aria-controls={`${panelPrefix}-${id}`}
          aria-label={name === undefined ? undefined : `${title}: ${name}`}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
