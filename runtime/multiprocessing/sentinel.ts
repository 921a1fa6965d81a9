/*
 * A sentinel is a number, as in Python, and one no handle of a shared object has: handles are byte offsets with the kind
 * in their low bits, and this kind belongs to processes.
 */

const PROCESS_KIND = 7;
const KIND_BITS = 3;

export function sentinelOf(pid: number): number {
  return (pid << KIND_BITS) | PROCESS_KIND;
}

export function isSentinel(value: number): boolean {
  return (value & PROCESS_KIND) === PROCESS_KIND;
}

export function pidOf(sentinel: number): number {
  return sentinel >> KIND_BITS;
}
