import { current } from '../context';
import { drive, type StepFunction, type Steps } from './scheduler';

/*
 * What code in steps calls (see `compiler/steps`). A function of steps has a face: a plain function that takes all its steps at
 * once, for callers that know nothing of steps.
 */

type Callable = (...args: never[]) => unknown;
type Face = Callable & { readonly [STEPS]?: StepFunction };

const STEPS = Symbol('steps');
const FACE = Symbol('face');

/** The prototype of all steps: so they are told from generators of the program's own. */
const stepsPrototype = Object.create((Object.getPrototypeOf(function* () {}) as { prototype: object }).prototype) as Steps;

/** Never made with `new`; `instanceof` asks for its prototype only. */
function StepsObject(): void {}
StepsObject.prototype = stepsPrototype;

const GeneratorFunction = Object.getPrototypeOf(function* () {}) as object;

/** Functions of steps that are bound, and the text they have. */
const unbound = new WeakMap<object, StepFunction>();

/** The face of a function of steps; always the same. */
export function face(steps: StepFunction & { [FACE]?: Callable }, name = steps.name): Callable {
  const known = steps[FACE];
  if (known !== undefined) return known;
  steps.prototype = stepsPrototype;
  return show(steps, steps, name);
}

/** The face of an arrow function: `this` is where it was made. */
export function arrow(steps: StepFunction, self: unknown, name: string): Callable {
  const bound: StepFunction = steps.bind<typeof steps>(self);
  unbound.set(bound, steps);
  steps.prototype = stepsPrototype;
  return show(bound, steps, name);
}

function show(steps: StepFunction & { [FACE]?: Callable }, text: StepFunction, name: string): Callable {
  const plain = function (this: unknown, ...args: unknown[]): unknown {
    return drive(Reflect.apply(steps, this, args) as Steps);
  };
  steps[FACE] = plain;
  return Object.defineProperties(plain, {
    [STEPS]: { value: steps },
    name: { value: name, configurable: true },
    length: { value: text.length, configurable: true },
  });
}

/** Gives the methods of a class their faces, but for generators of the program's own. */
export function methods(target: { readonly prototype: object }, generators: readonly PropertyKey[]): void {
  for (const owner of [target, target.prototype]) {
    for (const key of Reflect.ownKeys(owner)) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, key);
      const value: unknown = descriptor?.value;
      if (typeof value !== 'function' || Object.getPrototypeOf(value) !== GeneratorFunction || generators.includes(key)) continue;
      Object.defineProperty(owner, key, { ...descriptor, value: face(value as StepFunction) });
    }
  }
}

/**
 * What to call in place of a function: its steps, if it has any.
 * @param text - how an error is to call what is not a function; 0: whoever calls it finds out.
 */
export function of(callee: unknown, text: string | 0): unknown {
  if (typeof callee === 'function') return (callee as Face)[STEPS] ?? callee;
  if (text === 0) return callee;
  throw new TypeError(`${text} is not a function`);
}

/** Are these steps that are still to be taken? */
export function is(value: unknown): value is Steps {
  return value instanceof StepsObject;
}

/** The steps of a call, which is made when the first is taken. */
export function* stepsOf(call: () => unknown): Steps {
  const result = (of(call, 0) as () => unknown)();
  return is(result) ? yield* result : result;
}

/** After a pause. @param isNewTurn - others may have run. */
export function paused(isNewTurn: boolean): void {
  if (isNewTurn) current().parker.checkIn();
}

/** The function whose text the compiler knows. */
export function withText(value: object): object {
  const steps = typeof value === 'function' ? (value as Face)[STEPS] : undefined;
  return steps === undefined ? value : (unbound.get(steps) ?? steps);
}

/** Has a method's work done in steps where steps are taken. */
export function replaceBySteps<K extends string, S>(owner: Record<K, Callable>, name: K, steps: StepFunction<S>): void {
  steps.prototype = stepsPrototype;
  Object.defineProperty(owner[name], STEPS, { value: steps });
}

export { budget, drive } from './scheduler';
