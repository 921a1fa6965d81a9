/**
 * Key of the method with which a class says how its instances are pickled.
 *
 * The method answers `[callable, args]` or `[callable, args, state]`: on the other side `callable(...args)`, or `new` if
 * it is a class, makes the instance, and the fields of `state` are put on it. It may also answer the name of a top-level
 * value that stands for the instance.
 * @python object.__reduce__ - the pickle module's protocol without list and dict items.
 * @example
 * import { reduce } from 'pickle';
 *
 * class Point {
 *   #x: number;
 *   constructor(x: number) {
 *     this.#x = x;
 *   }
 *   [reduce]() {
 *     return [Point, [this.#x]];
 *   }
 * }
 */
export const reduce: unique symbol = Symbol.for('spawnpoint.reduce') as never;
