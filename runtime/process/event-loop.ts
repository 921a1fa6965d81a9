/*
 * JavaScript programs may leave work behind when their last line has run: promises and timers. A process lives until
 * that is done, as Node's do. Programs that use neither pay one turn of the event loop, in MainProcess only.
 */

const pending = new Set<unknown>();
let failure: { readonly error: unknown } | null = null;
let wake: (() => void) | null = null;
let nextTurn = (): Promise<unknown> => Promise.resolve();

/** Counts timers, and remembers the first promise that failed unobserved. */
export function watchEventLoop(scope: typeof globalThis): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = scope;
  const start = setTimeout as (handler: () => void, delay?: number) => unknown;
  const later = (handler: unknown, delay?: number, ...args: unknown[]): unknown => {
    if (typeof handler !== 'function') throw new TypeError(`setTimeout needs a function: ${String(handler)}`);
    const id = start(() => {
      forget(id);
      Reflect.apply(handler, undefined, args);
    }, delay);
    pending.add(id);
    return id;
  };
  const repeat = (handler: unknown, delay?: number, ...args: unknown[]): unknown => {
    if (typeof handler !== 'function') throw new TypeError(`setInterval needs a function: ${String(handler)}`);
    const id: unknown = setInterval(() => Reflect.apply(handler, undefined, args) as unknown, delay);
    pending.add(id);
    return id;
  };
  const cancel = (clear: (id: never) => void) => (id: unknown) => {
    clear(id as never);
    forget(id);
  };
  Object.assign(scope, {
    setTimeout: later,
    setInterval: repeat,
    clearTimeout: cancel(clearTimeout),
    clearInterval: cancel(clearInterval),
  });
  nextTurn = () => new Promise<void>((resolve) => start(resolve, 0));
}

/** A promise was rejected and nobody looked, or a timer's function threw. */
export function failEventLoop(error: unknown): void {
  failure ??= { error };
  wake?.();
}

/** Resolves when no promise job and no timer is left; rejects with the first unobserved failure. */
export async function settleEventLoop(): Promise<void> {
  await nextTurn();
  while (pending.size > 0 && failure === null) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    await nextTurn();
  }
  if (failure !== null) throw failure.error;
}

function forget(id: unknown): void {
  pending.delete(id);
  wake?.();
}
