import { ENTRY } from './source-position';

/** One file of a program; the first is the one that is run. */
export interface ProgramFile {
  readonly name: string;
  readonly source: string;
}

export const FILE_NAME = /^[A-Za-z_][\w-]*\.ts$/;

/*
 * A program is one text: `main.ts`, and behind it the other files, each under a line `// @filename: NAME`, as TypeScript's own tests
 * have them. So all that is done with a program (kept, linked to, compared, embedded, undone) is done with a text.
 */
const HEADER = /\n\/\/ @filename: ([A-Za-z_][\w-]*\.ts)\n/g;

export function filesOf(text: string): readonly ProgramFile[] {
  const files: ProgramFile[] = [];
  let name = ENTRY;
  let start = 0;
  const close = (end: number) => files.push({ name, source: text.slice(start, end) });
  for (const { 0: header, 1: next = '', index } of text.matchAll(HEADER)) {
    // A second file of the name would hide the first: such a line is no header.
    if (next === name || files.some((file) => file.name === next)) continue;
    close(index);
    name = next;
    start = index + header.length;
  }
  close(text.length);
  return files;
}

export function textOf(files: readonly ProgramFile[]): string {
  return files.map(({ name, source }, i) => (i === 0 ? source : `\n// @filename: ${name}\n${source}`)).join('');
}

/** A file has another text. What stands under a header in it, pasted or typed, is a file of its own. */
export function withFile(files: readonly ProgramFile[], name: string, text: string): readonly ProgramFile[] {
  const [own, ...more] = filesOf(text);
  const changed = [{ name, source: own?.source ?? '' }, ...more.filter((file) => file.name !== name)];
  const sourceOf = (file: ProgramFile) => changed.find((other) => other.name === file.name) ?? file;
  return [...files.map(sourceOf), ...changed.filter((file) => !files.some((other) => other.name === file.name))];
}
