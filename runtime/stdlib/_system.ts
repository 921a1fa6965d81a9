/*
 * The kernel's own interface, for the contract tests: what `multiprocessing` is built on, without it.
 */
export * from '../process/pipes';
export * as semaphores from '../process/semaphores';
export * as system from '../process/system';
export { current } from '../process/context';
