import { Finalize, _exitFunction } from 'multiprocessing/util';
import os from 'os';
import { assertEqual } from './assertions';
import { type Connection, Pipe, Process } from './variant';

class Foo {}

/** Without the half that is about the garbage collector. */
function finalizeMany(connection: Connection): void {
  const send = (text: string) => connection.send(text);
  const closeB = new Finalize(new Foo(), send, ['b']);
  closeB.call();
  // Once only.
  closeB.call();
  new Finalize(new Foo(), send, ['c']);
  new Finalize(new Foo(), send, ['d10'], { exitpriority: 1 });
  new Finalize(new Foo(), send, ['d01'], { exitpriority: 0 });
  new Finalize(new Foo(), send, ['d02'], { exitpriority: 0 });
  new Finalize(new Foo(), send, ['d03'], { exitpriority: 0 });
  new Finalize(null, send, ['e'], { exitpriority: -10 });
  new Finalize(null, send, ['STOP'], { exitpriority: -100 });
  _exitFunction();
  connection.close();
  os._exit(0);
}

export function testFinalize(): void {
  const [connection, childConnection] = Pipe();
  const p = new Process({ target: finalizeMany, args: [childConnection] });
  p.daemon = true;
  p.start();
  p.join();
  const result: unknown[] = [];
  for (let text = connection.recv(); text !== 'STOP'; text = connection.recv()) result.push(text);
  assertEqual(result, ['b', 'd10', 'd03', 'd02', 'd01', 'e']);
}
