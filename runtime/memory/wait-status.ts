/** Python's `exitcode` of a POSIX wait status: the code a process ended with, or the signal that ended it, negated. */
export function exitCodeOfStatus(status: number): number {
  return (status & 0x7f) === 0 ? status >> 8 : -(status & 0x7f);
}
