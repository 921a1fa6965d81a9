import { current } from '../process/context';
import { type Handler, registerExitHandler, unregisterExitHandler } from '../process/exit-handlers';
import { nameless } from './pickle/names';
import { programNames } from './pickle/program-names';

export * as default from './atexit';

const registered = new WeakMap<Handler, (...args: never[]) => unknown>();

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
  const handler = { call: () => f(...args), describe: () => describe(f) };
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

/** A function as Python's `repr` has it. */
function describe(f: (...args: never[]) => unknown): string {
  const known = programNames.nameOf(f);
  if (known !== null && Object.hasOwn(current().program.builtins, known.module)) return `<built-in function ${known.qualname}>`;
  return nameless(programNames, f);
}
