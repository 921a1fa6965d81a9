import { useSyncExternalStore } from 'react';
import type { TextLog } from '@/app/_components/playground/session/text-log';

const FEWEST = 5;
const MOST = 14;

/** How many rows of the terminal are worth their place: it grows with what is written, and does not shrink again. */
export function useOutputRows(log: TextLog): number {
  const lines = useSyncExternalStore(log.subscribe, log.getSnapshot, log.getSnapshot).length;
  return Math.min(Math.max(lines + 1, FEWEST), MOST);
}
