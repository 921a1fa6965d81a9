/*
 * Brings what CPython wrote and what a program of ours wrote to a form in which they must be equal, character by
 * character. Only what cannot be the same is taken away: numbers of processes, addresses, and where code lies.
 */

/**
 * Pids become `<PIDn>` in order of appearance, as in the recordings; addresses `0xADDR`; names of shared memory `psm_<RAND>`;
 * the program's file `main.ts`.
 */
export function normaliseText(text: string): string {
  const names = new Map<string, string>();
  return text
    .replace(/\b(pid=|parent=|parent process: |process id: )(\d+)\b/g, (_, label: string, pid: string) => {
      const name = names.get(pid) ?? `<PID${names.size + 1}>`;
      names.set(pid, name);
      return label + name;
    })
    .replace(/\b0x[0-9a-f]+\b/g, '0xADDR')
    .replace(/\bpsm_[0-9a-f]{8}\b/g, 'psm_<RAND>')
    .replace(/\/tmp\/pymp-\w+/g, '<TMP>/pymp-<RAND>')
    .replace(/\blistener-\w+/g, 'listener-<RAND>')
    .replace(/<DIR>\/\w+\.py\b/g, 'main.ts');
}

const HEADLINE = 'Traceback (most recent call last):';
/** `  File "<DIR>/a.py", line 4, in f` in Python, `  File "main.ts:4:9", in f` here. */
const FRAME = /^ {2}File "([^"]+)"(?:, line \d+)?, in (\S+)$/;
const SOURCE = /^ {4}/;
const OF_PROGRAM = /^(?:<DIR>\/\w+\.py|\w+\.ts:\d+:\d+)$/;

/**
 * Of each traceback the headline stays, the names of the program's own functions, outermost first, and the exception
 * with its whole text. The library's frames and the lines of source go. Other lines are text.
 */
export function normaliseErrors(text: string): string {
  const kept: string[] = [];
  let isInTraceback = false;
  for (const line of text.split('\n')) {
    const [, file, name] = (isInTraceback && FRAME.exec(line)) || [];
    if (name !== undefined) {
      if (OF_PROGRAM.test(file ?? '')) kept.push(`  in ${name}`);
    } else if (!isInTraceback || !SOURCE.test(line)) {
      isInTraceback = line === HEADLINE;
      kept.push(line);
    }
  }
  return normaliseText(kept.join('\n'));
}

/** The same lines in an order that does not depend on which process was first. */
export function sortLines(text: string): string {
  return text.split('\n').sort().join('\n');
}
