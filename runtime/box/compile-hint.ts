/** V8 compiles the functions of a script that begins so before it runs, and not when each is called. To others it is a comment. */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';
