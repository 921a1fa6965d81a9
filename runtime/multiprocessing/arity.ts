import { current } from '../process/context';
import { functionEntryOf } from '../process/function-entry';

/**
 * Refuses more arguments than a function of the program takes, as Python does; JavaScript would drop them. Too few
 * cannot be told: a parameter that may be left out looks like any other once its type is gone.
 * @throws TypeError - with Python's text.
 */
export function checkArity(target: (...args: never[]) => unknown, count: number): void {
  for (const { image } of current().program.modules.values()) {
    const entry = functionEntryOf(image, target);
    if (entry === null) continue;
    const [, , qualname, required, most] = entry;
    if (most === -1 || count <= most) return;
    const takes = required === most ? `${most}` : `from ${required} to ${most}`;
    const plural = required === most && most === 1 ? '' : 's';
    throw new TypeError(
      `${qualname}() takes ${takes} positional argument${plural} but ${count} ${count === 1 ? 'was' : 'were'} given`,
    );
  }
}
