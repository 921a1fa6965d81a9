import type { ModuleImage } from '../compiler/program-image';
import type { Program } from './program';

/** Where in the learner's TypeScript a call was under way. Line and column count from one. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What Python calls the code: the bare name of the function, `<lambda>` or `<module>`. */
  readonly name: string;
}

/** The calls of the program that an error's stack tells of, innermost first. The runtime's own are left out. */
export function framesOf(error: unknown, program: Program): Frame[] {
  const { stack } = error as { stack?: unknown };
  if (typeof stack !== 'string') return [];
  const frames: Frame[] = [];
  for (const line of stack.split('\n')) {
    // All engines end a frame with file:line:column, in parentheses or not. The text of an error can be a line of a megabyte.
    const match = /:(\d+):(\d+)\)?$/.exec(line);
    if (match === null) continue;
    const before = line.slice(0, match.index);
    const start = Math.max(before.lastIndexOf(' '), before.lastIndexOf('('), before.lastIndexOf('@'));
    const image = program.imageOf(before.slice(start + 1));
    if (image !== undefined) frames.push(frameAt(image, Number(match[1]) - 1, Number(match[2]) - 1));
  }
  return frames;
}

/** Where in the program the caller is, as `main.ts:7:3`; empty when no function of the program is under way. */
export function whereabouts(program: Program): string {
  const [innermost] = framesOf(new Error(), program);
  return innermost === undefined ? '' : positionOf(innermost);
}

export function positionOf({ file, line, column }: Frame): string {
  return `${file}:${line}:${column}`;
}

function frameAt(image: ModuleImage, codeLine: number, codeColumn: number): Frame {
  const [line, column] = sourcePosition(image, codeLine, codeColumn);
  return { file: image.name, line: line + 1, column: column + 1, name: functionAt(image, codeLine, codeColumn) };
}

function sourcePosition({ mappings }: ModuleImage, line: number, column: number): [line: number, column: number] {
  const segments = mappings[line] ?? [];
  let found: [number, number] = [line, column];
  for (let index = 0; index + 2 < segments.length; index += 3) {
    if (index > 0 && (segments[index] ?? 0) > column) break;
    found = [segments[index + 1] ?? line, segments[index + 2] ?? column];
  }
  return found;
}

function functionAt({ code, functions }: ModuleImage, line: number, column: number): string {
  let offset = column;
  for (let index = 0, start = 0; index < line; index++) {
    start = code.indexOf('\n', start) + 1;
    if (index === line - 1) offset += start;
  }
  let name = '<module>';
  let width = Infinity;
  for (const [start, end, qualname] of functions) {
    if (start > offset || offset >= end || end - start >= width) continue;
    width = end - start;
    name = qualname;
  }
  return name.slice(name.lastIndexOf('.') + 1);
}
