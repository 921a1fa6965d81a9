/**
 * A function that renames the given pids to `<PID1>`, `<PID2>`, … in order of appearance, over all texts it
 * is called with. Other numbers stay, and so do pids inside longer numbers, and 1: a child that outlives its parent names
 * that one, and so does a program that counts.
 */
export function pidMask(pids: readonly string[]): (text: string) => string {
  const known = new Set(pids.filter((pid) => pid !== '1'));
  const names = new Map<string, string>();
  return (text) =>
    text.replace(/(?<![\w.])\d+(?![\w]|\.\d)/g, (number) => {
      if (!known.has(number)) return number;
      const name = names.get(number) ?? `<PID${names.size + 1}>`;
      names.set(number, name);
      return name;
    });
}
