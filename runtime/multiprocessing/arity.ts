import { current } from '../process/context';
import { functionEntryOf } from '../process/function-entry';

interface Arity {
  readonly qualname: string;
  readonly required: number;
  readonly most: number;
}

/** Looking a function up takes time, and a pool's worker calls the same one again and again. */
const known = new WeakMap<object, Arity | null>();

/**
 * Refuses more arguments than a function of the program takes, as Python does; JavaScript would drop them. Too few
 * cannot be told: a parameter that may be left out looks like any other once its type is gone.
 * @throws TypeError - with Python's text.
 */
export function checkArity(target: (...args: never[]) => unknown, count: number): void {
  let arity = known.get(target);
  if (arity === undefined) known.set(target, (arity = arityOf(target)));
  if (arity === null || arity.most === -1 || count <= arity.most) return;
  const { qualname, required, most } = arity;
  const takes = required === most ? `${most}` : `from ${required} to ${most}`;
  const plural = required === most && most === 1 ? '' : 's';
  throw new TypeError(
    `${qualname}() takes ${takes} positional argument${plural} but ${count} ${count === 1 ? 'was' : 'were'} given`,
  );
}

function arityOf(target: (...args: never[]) => unknown): Arity | null {
  for (const { image } of current().program.modules.values()) {
    const entry = functionEntryOf(image, target);
    if (entry === null) continue;
    const [, , qualname, required, most] = entry;
    return { qualname, required, most };
  }
  return null;
}
