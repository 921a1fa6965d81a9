import {
  DEBUG,
  Formatter,
  getLogger as getLoggerOf,
  INFO,
  type Level,
  type Logger,
  nameProcessBy,
  StreamHandler,
} from '../stdlib/logging';

const NAME = 'multiprocessing';
/** Levels of multiprocessing's own, below DEBUG and between INFO and WARNING; as in Python, they have no names. */
export const SUBDEBUG = 5;
export const SUBWARNING = 25;
const FORMAT = '[%(levelname)s/%(processName)s] %(message)s';

let logger: Logger | null = null;
let isToStderr = false;

/**
 * The logger of multiprocessing itself. It writes nowhere before `logToStderr()`.
 * @python multiprocessing.get_logger
 * @example
 * import { getLogger, logToStderr } from 'multiprocessing';
 *
 * logToStderr();
 * getLogger().warning('doomed');
 */
export function getLogger(): Logger {
  if (logger === null) {
    logger = getLoggerOf(NAME);
    logger.propagate = false;
  }
  return logger;
}

/**
 * Lets multiprocessing tell on stderr what it does, in this process and those it starts.
 * @param level - from which level on: `logging.INFO`, `'INFO'`; default as it is.
 * @returns the logger.
 * @python multiprocessing.log_to_stderr
 */
export function logToStderr(level?: Level | null): Logger {
  const chosen = getLogger();
  const handler = new StreamHandler();
  handler.setFormatter(new Formatter(FORMAT));
  chosen.addHandler(handler);
  if (level !== undefined && level !== null) chosen.setLevel(level);
  isToStderr = true;
  return chosen;
}

/** @internal What a child takes over. */
export interface LogSettings {
  readonly level: number | null;
  readonly isToStderr: boolean;
}

/** @internal */
export function logSettings(): LogSettings {
  return { level: logger?.getEffectiveLevel() ?? null, isToStderr };
}

/** @internal */
export function takeLogSettings(settings: LogSettings): void {
  if (settings.level !== null) getLogger().setLevel(settings.level);
  if (settings.isToStderr) logToStderr();
}

/** @internal A process that nobody listens to pays a look at one variable. */
export function logInfo(message: string, ...args: readonly unknown[]): void {
  logger?.log(INFO, message, ...args);
}

/** @internal */
export function logDebug(message: string, ...args: readonly unknown[]): void {
  logger?.log(DEBUG, message, ...args);
}

/** @internal */
export function logSubDebug(message: string, ...args: readonly unknown[]): void {
  logger?.log(SUBDEBUG, message, ...args);
}

/** @internal */
export function logSubWarning(message: string, ...args: readonly unknown[]): void {
  logger?.log(SUBWARNING, message, ...args);
}

/** @internal */
export { nameProcessBy };
