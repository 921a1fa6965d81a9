import { registerExitHandler, unregisterExitHandler } from '../process/exit-handlers';

export * as default from './atexit';

const registered = new WeakMap<() => unknown, (...args: never[]) => unknown>();

/**
 * Calls a function when this process ends in an orderly way; the last registered is called first. Not called when the
 * process is killed or leaves by `os._exit`.
 * @param f - the function.
 * @param args - its arguments.
 * @returns the function.
 * @python atexit.register
 * @example
 * import atexit from 'atexit';
 * atexit.register(() => console.log('bye'));
 */
export function register<A extends unknown[], R>(f: (...args: A) => R, ...args: A): (...args: A) => R {
  const handler = () => f(...args);
  registered.set(handler, f);
  registerExitHandler(handler);
  return f;
}

/**
 * Takes back every registration of a function.
 * @python atexit.unregister
 */
export function unregister(f: (...args: never[]) => unknown): void {
  unregisterExitHandler((handler) => registered.get(handler) === f);
}
