import { Exception, pythonModule } from '../errors';

export * as default from './queue';

/**
 * There was nothing to get (in time).
 * @python queue.Empty
 */
export class Empty extends Exception {
  /** @internal */
  static [pythonModule] = '_queue';
}

/**
 * There was no room to put something (in time).
 * @python queue.Full
 */
export class Full extends Exception {
  /** @internal */
  static [pythonModule] = 'queue';
}
