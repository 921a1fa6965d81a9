import { current } from '../process/context';
import { functionEntryOf } from '../process/function-entry';

interface Arity {
  readonly qualname: string;
  readonly required: readonly string[];
  readonly most: number;
}

/** Looking a function up takes time, and a pool's worker calls the same one again and again. */
const known = new WeakMap<object, Arity | null>();

/**
 * Refuses more or fewer arguments than a function of the program takes, as Python does; JavaScript would drop them, or take
 * undefined for them.
 * @param self - 1 for a method: Python counts its object, too.
 * @throws TypeError - with Python's text.
 */
export function checkArity(target: (...args: never[]) => unknown, count: number, self: 0 | 1 = 0): void {
  let arity = known.get(target);
  if (arity === undefined) known.set(target, (arity = arityOf(target)));
  if (arity === null) return;
  const { qualname, required, most } = arity;
  if (count < required.length) throw new TypeError(`${qualname}() missing ${listOf(required.slice(count))}`);
  if (most === -1 || count <= most) return;
  const takes = required.length === most ? `${most + self}` : `from ${required.length + self} to ${most + self}`;
  const plural = required.length === most && most + self === 1 ? '' : 's';
  const given = count + self;
  throw new TypeError(
    `${qualname}() takes ${takes} positional argument${plural} but ${given} ${given === 1 ? 'was' : 'were'} given`,
  );
}

/** `1 required positional argument: 'x'`; `3 required positional arguments: 'x', 'y', and 'z'`. */
function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() ?? '';
  const list = quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`;
  return `${names.length} required positional argument${names.length === 1 ? '' : 's'}: ${list}`;
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
