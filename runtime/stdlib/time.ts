import { ValueError } from '../errors';
import * as system from '../process/system';
import { typeName } from '../errors/type-name';

export * as default from './time';

/**
 * Does nothing for a while. Other processes go on; Ctrl+C ends it with KeyboardInterrupt.
 * @param seconds - how long, fractions allowed.
 * @throws ValueError - a negative time.
 * @throws TypeError - not a number.
 * @python time.sleep
 * @example
 * import time from 'time';
 * time.sleep(0.5);
 */
export function sleep(seconds: number): void {
  if (typeof seconds !== 'number') {
    throw new TypeError(`'${typeName(seconds)}' object cannot be interpreted as an integer`);
  }
  if (seconds < 0) throw new ValueError('sleep length must be non-negative');
  system.sleep(seconds);
}

/**
 * Seconds since 1970-01-01 00:00 UTC.
 * @python time.time
 */
export function time(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}

/**
 * Seconds on a clock that never goes backwards and that all processes share.
 * @python time.monotonic
 */
export function monotonic(): number {
  return system.clock();
}

/**
 * Seconds on the finest clock there is, for measuring. Browsers round it to 5 µs.
 * @python time.perf_counter
 * @example
 * import time from 'time';
 * const began = time.perfCounter();
 * console.log(time.perfCounter() - began);
 */
export function perfCounter(): number {
  return system.clock();
}
