import { WaitKind } from '../memory/parker';
import type { Waiter } from './detector';

/** Says in words who waits for what. */
export function explainDeadlock(waiters: readonly Waiter[], nameOf: (pid: number) => string): string {
  const lines = waiters.map((waiter) => {
    const where = waiter.where === '' ? '' : ` at ${waiter.where}`;
    return `${nameOf(waiter.pid)} (${waiter.pid}) waits${where} ${explainWait(waiter, nameOf)}`;
  });
  return ['Deadlock: every process waits, and none can go on.', ...lines].join('\n');
}

function explainWait({ kind, object }: Waiter, nameOf: (pid: number) => string): string {
  switch (kind) {
    case WaitKind.processExit:
      return `for ${nameOf(object)} (${object}) to end`;
    case WaitKind.pipeRead:
      return 'to read from a pipe that nobody writes to';
    case WaitKind.pipeWrite:
      return 'to write to a full pipe that nobody reads';
    case WaitKind.semaphore:
      return 'for a lock or semaphore that nobody releases';
    case WaitKind.task:
      return 'for a task that nobody gives it';
    case WaitKind.taskResult:
      return 'for the result of a task that no worker has any more';
    default:
      return 'for something that does not happen';
  }
}
