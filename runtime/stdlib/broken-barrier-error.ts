import { pythonModule, RuntimeError } from '../errors';

/**
 * Somebody gave up at a barrier, so that nobody passes.
 * @python threading.BrokenBarrierError
 */
export class BrokenBarrierError extends RuntimeError {
  /** @internal */
  static [pythonModule] = 'threading';
}
