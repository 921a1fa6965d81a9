import { ValueError } from '../../errors';
import { literal } from '../../errors/base-exception';
import { pythonLiteral } from '../python-literal';

export const CRITICAL = 50;
export const FATAL = CRITICAL;
export const ERROR = 40;
export const WARNING = 30;
export const WARN = WARNING;
export const INFO = 20;
export const DEBUG = 10;
export const NOTSET = 0;

/** How important a record is: a number, or its name. */
export type Level = number | string;

const names = new Map<number, string>([
  [CRITICAL, 'CRITICAL'],
  [ERROR, 'ERROR'],
  [WARNING, 'WARNING'],
  [INFO, 'INFO'],
  [DEBUG, 'DEBUG'],
  [NOTSET, 'NOTSET'],
]);

/**
 * Gives a level a name.
 * @python logging.addLevelName
 */
export function addLevelName(level: number, name: string): void {
  names.set(level, name);
}

/**
 * The name of a level, of an unknown one `Level 7`; and of a name, the level.
 * @python logging.getLevelName
 */
export function getLevelName(level: number): string;
export function getLevelName(level: string): number | string;
export function getLevelName(level: number | string): number | string {
  if (typeof level === 'number') return names.get(level) ?? `Level ${level}`;
  return numberOf(level) ?? `Level ${level}`;
}

function numberOf(level: string): number | undefined {
  for (const [number, name] of names) if (name === level || (name === 'WARNING' && level === 'WARN')) return number;
  return undefined;
}

export function levelNumber(level: Level): number {
  if (typeof level === 'number') return level;
  if (typeof (level as unknown) !== 'string') {
    throw new TypeError(`Level not an integer or a valid string: ${pythonLiteral(level)}`);
  }
  const number = numberOf(level);
  if (number === undefined) throw new ValueError(`Unknown level: ${literal(level)}`);
  return number;
}
