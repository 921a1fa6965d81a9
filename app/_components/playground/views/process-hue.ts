/** The colour of a process, by its place in start order: `MainProcess` is neutral, the others take turns. */
export function processHue(index: number | undefined): string {
  if (index === undefined) return 'var(--line-strong)';
  return `var(--p${index === 0 ? 0 : 1 + ((index - 1) % 7)})`;
}
