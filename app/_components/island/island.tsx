'use client';

import { Activity, type ComponentType, lazy, type ReactNode, use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useIsHydrated } from '@/app/_site/use-is-hydrated';
import { Nearness } from './nearness';
import './island.css';

interface IslandOptions<Props> {
  load(): Promise<ComponentType<Props>>;
  /** What `wake` knows the part by. */
  idOf(props: Props): string;
  /** Whether the part comes to life wherever the reader is: it has more to show than the server knows. */
  isWanted(props: Props): boolean;
}

/**
 * A part of a page that is there as the server has written it, and comes to life when the reader gets near: only then is its
 * script loaded. The boundary is an `Activity`, which React writes in its place; a `Suspense` of this size would come at the end of
 * the page and be moved by a script.
 */
export function island<Props extends object>({ load, idOf, isWanted }: IslandOptions<Props>): ComponentType<Props> {
  const Content = lazy(async () => ({ default: await load() }));
  return function Island(props: Props) {
    const place = useRef<HTMLDivElement>(null);
    const [nearness] = useState(() => new Nearness(idOf(props), load));
    const wakeIfWanted = useEffectEvent(() => {
      if (isWanted(props)) void nearness.wake();
    });
    useEffect(() => {
      if (place.current === null) return undefined;
      const stop = nearness.watch(place.current);
      wakeIfWanted();
      return stop;
    }, [nearness]);
    return (
      <div ref={place} className="island" data-asleep="">
        <Activity>
          <Sleeper nearness={nearness}>
            <Content {...props} />
          </Sleeper>
        </Activity>
      </div>
    );
  };
}

/** Only what the server has written can sleep; on a page that was come to by a link all is alive. */
function Sleeper({ nearness, children }: { readonly nearness: Nearness; readonly children: ReactNode }) {
  const isHydrated = useIsHydrated();
  const sleeps = !isHydrated && typeof window !== 'undefined';
  useEffect(() => nearness.live(), [nearness]);
  return (
    <>
      {sleeps && <Sleep until={nearness.reached} />}
      {children}
    </>
  );
}

function Sleep({ until }: { readonly until: Promise<void> }) {
  use(until);
  return null;
}
