import { type Deadlock, explainDeadlock, viewOf } from '@/runtime';
import { useEffect, useState } from 'react';
import type { PlaygroundSession } from '../session/playground-session';
import { isRunning, type SessionSnapshot } from '../session/session-snapshot';

/** The last events of a machine that stands still are on their way when the kernel says so. */
const SETTLE_MS = 120;
const LOOK_MS = 100;

/** What the machine is stuck in, from the kernel's word until something moves again. */
export function useDeadlock(session: PlaygroundSession, { run }: SessionSnapshot): Deadlock | null {
  const notices =
    run.phase === 'machine' && isRunning(run) ? run.machine.notices.filter(({ kind }) => kind === 'deadlock').length : 0;
  const [found, setFound] = useState<Deadlock | null>(null);
  const { trace } = session;
  useEffect(() => {
    if (notices === 0 || trace === null) return undefined;
    let interval: ReturnType<typeof setInterval> | undefined;
    const timer = setTimeout(() => {
      const { version } = trace;
      setFound(explainDeadlock(viewOf(trace.events)));
      // A process was killed or interrupted: then the others go on, or the kernel says again that they do not.
      interval = setInterval(() => {
        if (trace.version === version) return;
        clearInterval(interval);
        setFound(null);
      }, LOOK_MS);
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(interval);
      setFound(null);
    };
  }, [notices, trace]);
  return notices > 0 ? found : null;
}
