/*
 * JavaScript's bound functions do not tell what they are bound to. In a process, `bind` remembers it.
 */

/** What a bound function was made of. */
export interface Binding {
  readonly target: object;
  readonly self: unknown;
  readonly args: readonly unknown[];
}

const nativeBind = Function.prototype.bind;
const bindings = new WeakMap<object, Binding>();

/** `target.bind(self, ...args)`, remembered. */
export function bindFunction({ target, self, args }: Binding): object {
  const bound = Reflect.apply(nativeBind, target, [self, ...args]) as object;
  bindings.set(bound, { target, self, args });
  return bound;
}

/** What `bound` was made of; undefined where it is no bound function or was made before `installBind`. */
export function bindingOf(bound: object): Binding | undefined {
  return bindings.get(bound);
}

/** Makes every later `f.bind(…)` of this worker picklable. */
export function installBind(): void {
  const bind = {
    bind(this: object, self: unknown, ...args: unknown[]): object {
      return bindFunction({ target: this, self, args });
    },
  }.bind;
  Object.defineProperty(Function.prototype, 'bind', { value: bind, writable: true, configurable: true });
}
