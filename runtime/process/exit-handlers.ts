/*
 * What runs when a process ends in an orderly way: last registered first, as `atexit` has it. Like the process context,
 * this list belongs to the one process of this thread.
 */

type Handler = () => unknown;

const handlers: Handler[] = [];

export function registerExitHandler(handler: Handler): void {
  handlers.push(handler);
}

export function unregisterExitHandler(matches: (handler: Handler) => boolean): void {
  for (let index = handlers.length - 1; index >= 0; index--) {
    const handler = handlers[index];
    if (handler !== undefined && matches(handler)) handlers.splice(index, 1);
  }
}

/** Runs every handler; one that raises does not keep the others from running. */
export function runExitHandlers(report: (error: unknown) => void): void {
  for (let handler = handlers.pop(); handler !== undefined; handler = handlers.pop()) {
    try {
      handler();
    } catch (error) {
      report(error);
    }
  }
}
