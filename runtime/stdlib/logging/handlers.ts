import { writeOutput } from '../../process/stdio';
import { type Level, levelNumber, NOTSET } from './levels';
import type { LogRecord } from './record';

const DEFAULT_FORMAT = '%(message)s';

/**
 * How a record becomes a line.
 *
 * @param format - text with `%(name)s`, `%(levelname)s`, `%(message)s`, `%(processName)s`, `%(process)d`, `%(threadName)s`, `%(asctime)s`.
 * @python logging.Formatter
 */
export class Formatter {
  readonly #format: string;

  constructor(format: string | null = null) {
    this.#format = format ?? DEFAULT_FORMAT;
  }

  format(record: LogRecord): string {
    const fields: Readonly<Record<string, unknown>> = { ...record, asctime: timeText(record.created) };
    return this.#format.replace(/%\((\w+)\)(-?)(\d*)[sdf]/g, (whole, name: string, left: string, width: string) => {
      if (!(name in fields)) return whole;
      const text = String(fields[name]);
      return left === '' ? text.padStart(Number(width)) : text.padEnd(Number(width));
    });
  }
}

function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
}

/**
 * Takes records; derive a class and override `emit`.
 * @python logging.Handler
 */
export class Handler {
  /** @internal */
  _level = NOTSET;
  #formatter: Formatter | null = null;

  setLevel(level: Level): void {
    this._level = levelNumber(level);
  }

  setFormatter(formatter: Formatter | null): void {
    this.#formatter = formatter;
  }

  format(record: LogRecord): string {
    return (this.#formatter ?? new Formatter()).format(record);
  }

  emit(_record: LogRecord): void {
    // For subclasses.
  }
}

/** Something with a `write`, such as `sys.stdout`. */
export interface TextStream {
  write(text: string): unknown;
}

/**
 * Writes records to a stream, by default stderr.
 * @python logging.StreamHandler
 */
export class StreamHandler extends Handler {
  readonly #stream: TextStream | null;

  constructor(stream: TextStream | null = null) {
    super();
    this.#stream = stream;
  }

  override emit(record: LogRecord): void {
    const line = `${this.format(record)}\n`;
    if (this.#stream === null) writeOutput('stderr', line);
    else this.#stream.write(line);
  }
}
