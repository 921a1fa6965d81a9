import { Exception, pythonModule } from '../../errors';

/**
 * The base of PicklingError and UnpicklingError.
 * @python pickle.PickleError
 */
export class PickleError extends Exception {
  static readonly [pythonModule]: string = '_pickle';
}

/**
 * A value cannot travel: a function without a name, or one whose name means something else by now.
 * @python pickle.PicklingError
 */
export class PicklingError extends PickleError {
  static override readonly [pythonModule]: string = '_pickle';
}

/**
 * Bytes are no pickle, or a damaged one.
 * @python pickle.UnpicklingError
 */
export class UnpicklingError extends PickleError {
  static override readonly [pythonModule]: string = '_pickle';
}
