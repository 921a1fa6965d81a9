/* Python's exceptions. Names and texts are CPython's; they are Errors, so that JavaScript's tools know them. */
export { BaseException, Exception, pythonModule } from './base-exception';
export { osError } from './errno';
export * from './exceptions';
export * from './os-error';
