import { Parker, type Reason } from '../../memory/parker';
import { replaceBySteps } from './faces';
import type { Steps } from './scheduler';

/** From now on whoever waits in steps lets others run; what is not in steps sleeps as before. */
export function waitInSteps(): void {
  replaceBySteps(Parker.prototype, 'waitUntil', wait);
}

function* wait(this: Parker, isReady: () => boolean, deadlineMs: number, reason: Reason, isInterruptible = true): Steps<boolean> {
  if (isInterruptible) this.checkIn();
  if (isReady()) return true;
  const isTraced = this.traceWait(reason, deadlineMs);
  try {
    const isMet = yield { isReady, deadlineMs, reason, isInterruptible };
    if (!isMet && isInterruptible) this.checkIn();
    return isMet;
  } finally {
    if (isTraced) this.traceWaitEnd(reason);
  }
}
