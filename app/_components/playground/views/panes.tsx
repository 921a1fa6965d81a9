import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { Group, type GroupImperativeHandle, type LayoutChangedMeta, Panel, Separator } from 'react-resizable-panels';
import { loadShare, saveShare } from './pane-storage';

interface PanesProps {
  /** The card; its width decides whether the panes stand side by side. */
  readonly card: RefObject<HTMLElement | null>;
  readonly separatorLabel: string;
  readonly code: ReactNode;
  readonly output: ReactNode;
}

/** A narrower card has the terminal under the code; `playground.css` says the same. */
const STACKED_BELOW = 640;
/** Percent of the card that are the editor's. */
const DEFAULT_SHARE = 53;

/** Editor and terminal, with a line between them that moves; where to is remembered for all playgrounds. */
export function Panes({ card, separatorLabel, code, output }: PanesProps) {
  const group = useRef<GroupImperativeHandle>(null);
  const isStacked = useIsStacked(card);
  // Before there are sizes, a separator would have no value to tell.
  const isHydrated = useIsHydrated();
  const arrangement = isStacked ? 'stacked' : 'beside';
  useEffect(() => {
    const share = loadShare(arrangement) ?? DEFAULT_SHARE;
    group.current?.setLayout({ code: share, output: 100 - share });
  }, [arrangement]);
  const save = ({ code: share }: { [id: string]: number }, { isUserInteraction }: LayoutChangedMeta) => {
    if (isUserInteraction && share !== undefined) saveShare(arrangement, share);
  };
  return (
    <Group className="pg-split" groupRef={group} orientation={isStacked ? 'vertical' : 'horizontal'} onLayoutChanged={save}>
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

const never = () => () => undefined;

function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function useIsStacked(card: RefObject<HTMLElement | null>): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const observer = new ResizeObserver(listener);
      if (card.current) observer.observe(card.current);
      return () => observer.disconnect();
    },
    [card],
  );
  return useSyncExternalStore(
    subscribe,
    () => card.current !== null && card.current.clientWidth < STACKED_BELOW,
    () => false,
  );
}
