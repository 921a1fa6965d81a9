/**
 * Makes an object of a class, or of one derived from it, without the constructors of those in between: they are for new objects,
 * and this one has arrived in a pickle.
 */
export function constructAs<T extends object>(
  base: abstract new (...args: never[]) => T,
  args: readonly unknown[],
  type: abstract new (...args: never[]) => T,
): T {
  return Reflect.construct<unknown[], T>(base as new (...args: unknown[]) => T, [...args], type as new () => T);
}
