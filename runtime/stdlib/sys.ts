import { SystemExit } from '../errors';
import { current } from '../process/context';
import { type Stream, writeOutput } from '../process/stdio';
import { reduce } from './pickle/reduce';

export * as default from './sys';

/**
 * Ends this process in an orderly way, by raising SystemExit: `finally` blocks and exit handlers run.
 * @param status - the exit code, of which the low eight bits count; default 0. Anything but a number is printed to
 *   stderr and gives 1.
 * @throws SystemExit - always.
 * @python sys.exit
 * @example
 * import sys from 'sys';
 * sys.exit(3);
 */
export function exit(status?: unknown): never {
  throw status === undefined ? new SystemExit() : new SystemExit(status);
}

/** Where a program writes. */
class TextOutput {
  constructor(private readonly stream: Stream) {}

  /** Writes text as it is, without a newline; answers how many characters. */
  write(text: string): number {
    writeOutput(this.stream, text);
    return text.length;
  }

  /** Does nothing: everything is written at once. */
  flush(): void {
    current().parker.checkIn();
  }

  /** It is a terminal. */
  isatty(): boolean {
    return true;
  }

  /** 1 or 2. */
  fileno(): number {
    return this.stream === 'stdout' ? 1 : 2;
  }

  /** @internal */
  [reduce](): never {
    return refusePickling();
  }
}

/** Where a program reads what is typed in the terminal. A child's is empty. */
class TextInput implements Iterable<string> {
  /** Reads a line with its newline, waiting for it; an empty string at the end of input (Ctrl+D). */
  readline(): string {
    return current().input.readLine();
  }

  /** Reads everything up to the end of input. */
  read(): string {
    return current().input.readAll();
  }

  /** Reads all lines, each with its newline. */
  readlines(): string[] {
    return [...this];
  }

  /** 0. */
  fileno(): number {
    return 0;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let line = this.readline(); line !== ''; line = this.readline()) yield line;
  }

  /** @internal */
  [reduce](): never {
    return refusePickling();
  }
}

/** A stream belongs to its process. */
function refusePickling(): never {
  throw new TypeError("cannot pickle '_io.TextIOWrapper' object");
}

/** @python sys.stdin */
export const stdin = new TextInput();
/** @python sys.stdout */
export const stdout = new TextOutput('stdout');
/** @python sys.stderr */
export const stderr = new TextOutput('stderr');

/**
 * The arguments of the program, the first of which is its name.
 * @python sys.argv
 */
export const argv: string[] = [];
