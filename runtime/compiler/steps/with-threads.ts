import { type AnyNode, type Program, parse, type Token } from 'acorn';
import type { FunctionEntry, ModuleImage } from '../program-image';
import { LineStarts } from '../source-positions';
import { StepPlan } from './step-plan';
import { stepNames } from './step-names';
import { StepWriter } from './step-writer';
import { StepsPass } from './steps-pass';

/** The image of a module whose functions other threads can interrupt: what the program does, in steps. */
export function withThreads(image: ModuleImage): ModuleImage {
  const { code } = image;
  const tokens: Token[] = [];
  const program = parse(`(${code}\n)`, { ecmaVersion: 'latest', sourceType: 'script', onToken: tokens });
  return transform(image, program, tokens);
}

/** The code stands in two parentheses of its own; offsets count in `(code)`. */
function transform(image: ModuleImage, program: Program, tokens: readonly Token[]): ModuleImage {
  const code = `(${image.code}\n)`;
  const [statement] = program.body;
  const main = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  if (main?.type !== 'FunctionExpression') throw new TypeError(`Cannot make steps of a module: ${code.slice(0, 40)}`);
  const [runtime] = main.params;
  const [directive, ...body] = main.body.body;
  if (runtime?.type !== 'Identifier' || directive === undefined)
    throw new TypeError(`Cannot make steps of a module: ${code.slice(0, 40)}`);
  const names = stepNames(code);
  const writer = new StepWriter(code, tokens, names);
  const pass = new StepsPass(writer, new StepPlan(moduleOf(program, body), true));
  const { face, arrow, methods, of, is, budget, paused, drive, result, object } = names;
  const helpers = Object.entries({ face, arrow, methods, of, is, budget, paused, drive }).map(([key, name]) => `${key}: ${name}`);
  const open = ` const { ${helpers.join(', ')} } = ${runtime.name}.steps; return ${face}(function* () { let ${result}, ${object};`;
  writer.edits.insert(directive.end, open, 0);
  pass.body(body, directive.end);
  // Whoever runs the module gets its steps, as of any other function.
  writer.edits.insert(main.body.end - 1, `}, '<module>', 0)`, 0);
  const edited = writer.edits.apply(code);
  const ranges = writer.ranges(edited);
  const functions = image.functions.map(([start, end, ...rest]): FunctionEntry => {
    const [from, to] = ranges.get(start + 1, end + 1) ?? [
      edited.startOf(start + 1) ?? start + 1,
      edited.endOf(end + 1, start + 1),
    ];
    return [from, to, ...rest];
  });
  return { ...image, code: edited.text, functions, mappings: mappings(image, edited) };
}

/** Only what the module itself does is looked at. */
function moduleOf(program: Program, body: readonly AnyNode[]): Program {
  return { ...program, body: body as Program['body'] };
}

/** The old mappings, each where its code is now; new code stands for what it was put in for. */
function mappings(
  image: ModuleImage,
  edited: { text: string; startOf(offset: number): number | null; anchors: readonly (readonly [number, number])[] },
): number[][] {
  const code = `(${image.code}\n)`;
  const oldLines = new LineStarts(code);
  const segments: [at: number, line: number, column: number][] = [];
  for (const [line, triples] of image.mappings.entries()) {
    for (let index = 0; index + 2 < triples.length; index += 3) {
      const [column = 0, sourceLine = 0, sourceColumn = 0] = triples.slice(index, index + 3);
      const at = edited.startOf(oldLines.offset({ line, column: column + (line === 0 ? 1 : 0) }));
      if (at !== null) segments.push([at, sourceLine, sourceColumn]);
    }
  }
  for (const [at, anchor] of edited.anchors) {
    if (anchor < 0) continue;
    const { line, column } = oldLines.at(anchor);
    segments.push([at, ...sourceOf(image, line, line === 0 ? column - 1 : column)]);
  }
  segments.sort(([a], [b]) => a - b);
  const lines = new LineStarts(edited.text);
  const result: number[][] = Array.from({ length: lines.lines }, () => []);
  for (const [index, [at, line, column]] of segments.entries()) {
    if (segments[index + 1]?.[0] === at) continue;
    const place = lines.at(at);
    result[place.line]?.push(place.column, line, column);
  }
  return result;
}

function sourceOf({ mappings: old }: ModuleImage, line: number, column: number): [line: number, column: number] {
  const triples = old[line] ?? [];
  let found: [number, number] = [triples[1] ?? 0, triples[2] ?? 0];
  for (let index = 0; index + 2 < triples.length; index += 3) {
    if ((triples[index] ?? 0) > column) break;
    found = [triples[index + 1] ?? 0, triples[index + 2] ?? 0];
  }
  return found;
}
