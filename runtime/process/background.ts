import { current } from './context';

/*
 * CPython has helper threads: one feeds each queue, three serve each pool. A process here has one thread, so that work is
 * done by whoever calls the runtime: at every system call, and whenever something happens while it sleeps.
 */

export interface BackgroundTask {
  /**
   * Does what can be done now and never waits. What it could not do it enlists for, so that it is called again.
   * @returns in how many milliseconds to call it even if nobody rings; nothing: not before.
   */
  poll(): number | undefined;
}

const tasks = new Set<BackgroundTask>();
let isPolling = false;

export function addBackgroundTask(task: BackgroundTask): void {
  tasks.add(task);
  current().parker.background = pollAll;
}

export function removeBackgroundTask(task: BackgroundTask): void {
  tasks.delete(task);
  if (tasks.size === 0) current().parker.background = null;
}

function pollAll(): number {
  // What a task does may be a system call itself.
  if (isPolling) return Infinity;
  let soonest = Infinity;
  isPolling = true;
  try {
    for (const task of tasks) soonest = Math.min(soonest, task.poll() ?? Infinity);
  } finally {
    isPolling = false;
  }
  return soonest;
}
