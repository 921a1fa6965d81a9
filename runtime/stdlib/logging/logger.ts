import { CRITICAL, DEBUG, ERROR, getLevelName, INFO, type Level, levelNumber, NOTSET, WARNING } from './levels';
import { Formatter, type Handler, StreamHandler, type TextStream } from './handlers';
import { type LogRecord, makeRecord } from './record';

/**
 * Hands records to handlers: its own, and those of the loggers above it.
 * @python logging.Logger
 * @example
 * import logging from 'logging';
 *
 * logging.basicConfig({ level: logging.INFO });
 * logging.getLogger('work').info('%d done', 3);
 */
export class Logger {
  readonly handlers: Handler[] = [];
  /** Whether the loggers above hear of it, too. */
  propagate = true;
  #level: number = NOTSET;

  /** @internal */
  constructor(
    readonly name: string,
    /** The logger above; null for the root. */
    readonly parent: Logger | null,
    level: number = NOTSET,
  ) {
    this.#level = level;
  }

  /** From which level on records are taken; 0: as the logger above. */
  get level(): number {
    return this.#level;
  }

  setLevel(level: Level): void {
    this.#level = levelNumber(level);
  }

  getEffectiveLevel(): number {
    return this.#level !== NOTSET ? this.#level : (this.parent?.getEffectiveLevel() ?? NOTSET);
  }

  isEnabledFor(level: number): boolean {
    return level >= this.getEffectiveLevel();
  }

  addHandler(handler: Handler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  removeHandler(handler: Handler): void {
    const place = this.handlers.indexOf(handler);
    if (place !== -1) this.handlers.splice(place, 1);
  }

  hasHandlers(): boolean {
    return this.handlers.length > 0 || (this.propagate && this.parent?.hasHandlers() === true);
  }

  debug(message: string, ...args: readonly unknown[]): void {
    this.log(DEBUG, message, ...args);
  }

  info(message: string, ...args: readonly unknown[]): void {
    this.log(INFO, message, ...args);
  }

  warning(message: string, ...args: readonly unknown[]): void {
    this.log(WARNING, message, ...args);
  }

  error(message: string, ...args: readonly unknown[]): void {
    this.log(ERROR, message, ...args);
  }

  critical(message: string, ...args: readonly unknown[]): void {
    this.log(CRITICAL, message, ...args);
  }

  /** @param message - text with `%s`, `%d`, `%r` for the arguments. */
  log(level: number, message: string, ...args: readonly unknown[]): void {
    if (this.isEnabledFor(level)) this.#hand(makeRecord(this.name, level, message, args));
  }

  toString(): string {
    return `<${this.parent === null ? 'RootLogger' : 'Logger'} ${this.name} (${getLevelName(this.getEffectiveLevel())})>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #hand(record: LogRecord): void {
    let isHandled = false;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the first of a chain
    for (let logger: Logger | null = this; logger !== null; logger = logger.propagate ? logger.parent : null) {
      for (const handler of logger.handlers) {
        isHandled = true;
        if (record.levelno >= handler._level) handler.emit(record);
      }
    }
    if (!isHandled && record.levelno >= WARNING) lastResort.emit(record);
  }
}

/** Hears what nobody else does. */
const lastResort = new StreamHandler();

const root = new Logger('root', null, WARNING);
const loggers = new Map<string, Logger>();

/**
 * The logger of a name; the same each time.
 * @param name - parts with dots between them: `a.b` is below `a`. Default the root.
 * @python logging.getLogger
 */
export function getLogger(name?: string | null): Logger {
  if (name === undefined || name === null || name === '' || name === 'root') return root;
  const known = loggers.get(name);
  if (known !== undefined) return known;
  const above = name.includes('.') ? getLogger(name.slice(0, name.lastIndexOf('.'))) : root;
  const logger = new Logger(name, above);
  loggers.set(name, logger);
  return logger;
}

export interface BasicConfig {
  readonly level?: Level;
  readonly format?: string;
  readonly stream?: TextStream;
  /** Take away the handlers there are. */
  readonly force?: boolean;
}

/**
 * Gives the root a handler that writes to stderr, unless it has one.
 * @python logging.basicConfig
 */
export function basicConfig({
  level,
  format = '%(levelname)s:%(name)s:%(message)s',
  stream,
  force = false,
}: BasicConfig = {}): void {
  if (force) root.handlers.length = 0;
  if (root.handlers.length > 0) return;
  const handler = new StreamHandler(stream ?? null);
  handler.setFormatter(new Formatter(format));
  root.addHandler(handler);
  if (level !== undefined) root.setLevel(level);
}

export const debug = (message: string, ...args: readonly unknown[]): void => root.debug(message, ...args);
export const info = (message: string, ...args: readonly unknown[]): void => root.info(message, ...args);
export const warning = (message: string, ...args: readonly unknown[]): void => root.warning(message, ...args);
export const error = (message: string, ...args: readonly unknown[]): void => root.error(message, ...args);
export const critical = (message: string, ...args: readonly unknown[]): void => root.critical(message, ...args);
