/*
 * What runs when a process ends in an orderly way: last registered first, as `atexit` has it. Like the process context,
 * this list belongs to the one process of this thread.
 */

export interface Handler {
  readonly call: () => unknown;
  /** What it is called when it raises. */
  readonly describe: () => string;
}

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
export function runExitHandlers(report: (error: unknown, handler: string) => void): void {
  for (let handler = handlers.pop(); handler !== undefined; handler = handlers.pop()) {
    try {
      handler.call();
    } catch (error) {
      report(error, handler.describe());
    }
  }
}
