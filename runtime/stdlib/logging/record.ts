import { current } from '../../process/context';
import { threadIdentity } from '../../process/thread-identity';
import { formatValue } from '../../process/format-value';
import { getLevelName } from './levels';

/** One message on its way to the handlers. */
export interface LogRecord {
  readonly name: string;
  readonly levelno: number;
  readonly levelname: string;
  /** The message with its arguments filled in. */
  readonly message: string;
  readonly process: number;
  readonly processName: string;
  readonly threadName: string;
  /** Seconds since 1970. */
  readonly created: number;
}

let processName = (): string => 'MainProcess';

/** The library knows what this process is called. */
export function nameProcessBy(ask: () => string): void {
  processName = ask;
}

export function makeRecord(name: string, levelno: number, message: string, args: readonly unknown[]): LogRecord {
  return {
    name,
    levelno,
    levelname: getLevelName(levelno),
    message: fill(message, args),
    process: current().pid,
    processName: processName(),
    threadName: threadIdentity().name,
    created: Date.now() / 1000,
  };
}

/** `%s`, `%d`, `%r` and the like, as Python's `%` fills them. */
function fill(message: string, args: readonly unknown[]): string {
  if (args.length === 0) return message;
  let next = 0;
  return message.replace(/%(?:(%)|([sdrfx]))/g, (_, percent: string | undefined, kind: string) => {
    if (percent !== undefined) return '%';
    const value = args[next++];
    if (kind === 'r') return formatValue(value);
    if (kind === 'x') return Number(value).toString(16);
    if (kind === 'f') return Number(value).toFixed(6);
    return typeof value === 'string' ? value : formatValue(value);
  });
}
