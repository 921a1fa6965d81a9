import * as errors from '../errors';
import { formatValue } from './format-value';
import { adviceOn } from './missing-name';
import type { Program } from './program';
import { type Frame, framesOf, positionOf } from './stack';

const CAUSED = '\nThe above exception was the direct cause of the following exception:\n\n';
/** Python shows this many equal entries before it only counts them. */
const REPEATS_SHOWN = 3;

/**
 * What Python prints of an exception that nobody caught, with positions in the learner's TypeScript.
 *
 * @param outermost - how many calls of the program are not shown because Python's would not be under way.
 */
export function formatTraceback(error: unknown, program: Program, outermost = 0): string {
  return formatChain(error, program, new Set(), { wasRaised: true, outermost });
}

/** The last line of a traceback: `ValueError: text`. */
export function formatExceptionOnly(error: unknown, program: Program): string {
  if (!(error instanceof Error)) return `TypeError: exceptions must derive from Error, not ${formatValue(error)}`;
  const name = moduleOf(error.constructor, program) + error.name;
  // V8 quotes the call as it was compiled.
  const message = error.message.replace(MARKED_CALL, '$1');
  const advice = error instanceof ReferenceError ? adviceOn(MISSING.exec(message)?.[1] ?? '', program.builtins) : null;
  return (message === '' ? name : `${name}: ${message}`) + (advice === null ? '' : `. ${advice}`);
}

const MISSING = /^(\w+) is not defined$/;

/** `($place.at , lock).acquire`: see the compiler's `call-places.ts`. */
const MARKED_CALL = /\(\$place\d*\.at , ([^()]*)\)/g;

interface Telling {
  /** A cause may never have been raised, and then has no headline; what nobody caught always has one. */
  readonly wasRaised: boolean;
  readonly outermost: number;
}

function formatChain(error: unknown, program: Program, seen: Set<unknown>, { wasRaised, outermost }: Telling): string {
  seen.add(error);
  const cause = error instanceof Error ? error.cause : undefined;
  const before =
    cause === undefined || cause === null || seen.has(cause)
      ? ''
      : formatChain(cause, program, seen, { wasRaised: false, outermost }) + CAUSED;
  const frames = framesOf(error, program).reverse().slice(outermost);
  const head = frames.length === 0 && !wasRaised ? '' : `Traceback (most recent call last):\n${formatFrames(frames, program)}`;
  return `${before}${head}${formatExceptionOnly(error, program)}\n`;
}

function formatFrames(frames: readonly Frame[], program: Program): string {
  let text = '';
  let repeats = 0;
  for (const [index, frame] of frames.entries()) {
    const before = frames[index - 1];
    const isRepeated = before !== undefined && positionOf(before) === positionOf(frame);
    if (!isRepeated) text += countOf(repeats);
    repeats = isRepeated ? repeats + 1 : 0;
    if (repeats < REPEATS_SHOWN) text += formatFrame(frame, program);
  }
  return text + countOf(repeats);
}

function countOf(repeats: number): string {
  const hidden = repeats - REPEATS_SHOWN + 1;
  return hidden <= 0 ? '' : `  [Previous line repeated ${hidden} more time${hidden === 1 ? '' : 's'}]\n`;
}

function formatFrame(frame: Frame, program: Program): string {
  const source = program.imageOf(frame.file)?.source.split('\n')[frame.line - 1]?.trim() ?? '';
  return `  File "${positionOf(frame)}", in ${frame.name}\n${source === '' ? '' : `    ${source}\n`}`;
}

const BUILTIN: ReadonlySet<unknown> = new Set(Object.values(errors));

/** The module of an exception's class with a dot, where Python names it. */
function moduleOf(kind: unknown, program: Program): string {
  if (typeof kind !== 'function' || BUILTIN.has(kind)) return '';
  if (Object.hasOwn(kind, errors.pythonModule))
    return `${String((kind as { [errors.pythonModule]?: unknown })[errors.pythonModule])}.`;
  const isOfLanguage = (globalThis as Record<string, unknown>)[kind.name] === kind;
  return isOfLanguage || program.isMain ? '' : '__mp_main__.';
}
