/** May a test expect to be on time? CPython's constant of this name; the harness says so when nothing else runs. */
export const CHECK_TIMINGS: boolean = true;
