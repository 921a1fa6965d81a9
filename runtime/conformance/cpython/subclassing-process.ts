import { Exception } from 'builtins';
import sys from 'sys';
import { assertEqual, joinProcess } from './assertions';
import { type Connection, Pipe, Process } from './variant';

class UpperCaser extends Process {
  readonly childConnection: Connection;
  readonly parentConnection: Connection;

  constructor() {
    super();
    [this.childConnection, this.parentConnection] = Pipe();
  }

  override run(): void {
    this.parentConnection.close();
    for (let text = this.next(); text !== null; text = this.next()) this.childConnection.send(text.toUpperCase());
    this.childConnection.close();
  }

  submit(text: string): unknown {
    this.parentConnection.send(text);
    return this.parentConnection.recv();
  }

  stop(): void {
    this.parentConnection.send(null);
    this.parentConnection.close();
    this.childConnection.close();
  }

  next(): string | null {
    return this.childConnection.recv() as string | null;
  }
}

export function testSubclassing(): void {
  const upperCaser = new UpperCaser();
  upperCaser.daemon = true;
  upperCaser.start();
  assertEqual(upperCaser.submit('hello'), 'HELLO');
  assertEqual(upperCaser.submit('world'), 'WORLD');
  upperCaser.stop();
  upperCaser.join();
}

class ZeroDivisionError extends Exception {}

function divideByZero(): void {
  throw new ZeroDivisionError('division by zero'); // MARKER
}

/** The harness looks for the whole traceback. */
export function testStderrFlush(): void {
  const p = new Process({ target: divideByZero });
  p.start();
  p.join();
}

export function testSysExit(): void {
  // The harness looks for both reasons.
  for (const reason of [[1, 2, 3], 'ignore this']) {
    const p = new Process({ target: sys.exit, args: [reason] });
    p.daemon = true;
    p.start();
    joinProcess(p);
    assertEqual(p.exitcode, 1);
  }
  const cases: [args: [] | [status: unknown], exitcode: number][] = [
    [[true], 1],
    [[false], 0],
    [[8], 8],
    [[null], 0],
    [[], 0],
  ];
  for (const [args, exitcode] of cases) {
    const p = new Process({ target: sys.exit, args });
    p.daemon = true;
    p.start();
    joinProcess(p);
    assertEqual(p.exitcode, exitcode);
  }
}
