import { type ReactNode, useEffect, useRef } from 'react';
import { Group, type GroupImperativeHandle, type LayoutChangedMeta, Panel, Separator } from 'react-resizable-panels';
import { useIsHydrated } from '@/app/_site/use-is-hydrated';
import { loadShare, saveShare } from './pane-storage';

interface PanesProps {
  readonly separatorLabel: string;
  readonly code: ReactNode;
  readonly output: ReactNode;
}

/** Percent of the card that are the editor's. */
const DEFAULT_SHARE = 53;

/** Editor and terminal, with a line between them that moves; where to is remembered for all playgrounds. */
export function Panes({ separatorLabel, code, output }: PanesProps) {
  const group = useRef<GroupImperativeHandle>(null);
  // Before there are sizes, a separator would have no value to tell.
  const isHydrated = useIsHydrated();
  useEffect(() => {
    const share = loadShare() ?? DEFAULT_SHARE;
    group.current?.setLayout({ code: share, output: 100 - share });
  }, []);
  const save = ({ code: share }: { [id: string]: number }, { isUserInteraction }: LayoutChangedMeta) => {
    if (isUserInteraction && share !== undefined) saveShare(share);
  };
  return (
    <Group className="pg-split" groupRef={group} orientation="horizontal" onLayoutChanged={save}>
      <Panel id="code" className="pg-pane" defaultSize={`${DEFAULT_SHARE}%`} minSize="25%">
        {code}
      </Panel>
      {isHydrated ? <Separator className="pg-separator" aria-label={separatorLabel} /> : <div className="pg-separator" />}
      <Panel id="output" className="pg-pane" minSize="25%">
        {output}
      </Panel>
    </Group>
  );
}
