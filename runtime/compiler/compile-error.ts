/** Why a program cannot be compiled, at a place in the learner's TypeScript. */
export class CompileError extends Error {
  override readonly name = 'CompileError';

  /**
   * @param file - the module, as the learner knows it.
   * @param line - counts from one.
   * @param column - counts from one.
   * @param message - what is wrong.
   * @param hint - what to do about it.
   */
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Complains about the code at an offset of the JavaScript that is being compiled. */
export type Refuse = (offset: number, message: string, hint?: string) => never;
