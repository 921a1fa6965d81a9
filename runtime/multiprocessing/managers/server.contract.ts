import { expect, test } from 'vitest';
import { runProgram } from '../../contract/run-program';

/* What a manager's server outlives: one client must not end it for the others. */

async function linesOf(program: string): Promise<string[]> {
  const run = await runProgram(program);
  expect({ stderr: run.stderr, exitcode: run.exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return run.stdout.trimEnd().split('\n');
}

test('a client that is killed in the middle of a request', async () => {
  const lines = await linesOf(`import { Pipe, Process } from 'multiprocessing';
import { SyncManager, type BaseProxy, type ListProxy } from 'multiprocessing/managers';
import type { Connection } from 'multiprocessing/connection';
import time from 'time';

class Gate {
  wait(gate: Connection) {
    return gate.recv();
  }
}
class Manager extends SyncManager {
  declare Gate: () => BaseProxy & Gate;
}
Manager.register('Gate', { callable: Gate });

function keepBusy(gate: BaseProxy & Gate, end: Connection) {
  gate.wait(end);
}
function write(list: ListProxy<string>, turn: Connection) {
  turn.send(list.length);
  turn.recv();
  list.append('x'.repeat(3_000_000));
}

if (import.meta.main) {
  using manager = new Manager();
  manager.start();
  const list = manager.list<string>();
  const [turn, there] = Pipe();
  const writer = new Process({ target: write, args: [list, there] });
  writer.start();
  turn.recv();
  const [gate, end] = Pipe();
  const busy = new Process({ target: keepBusy, args: [manager.Gate(), end] });
  busy.start();
  // The server waits at the gate, and so the writer for it: more than a pipe holds is on its way.
  time.sleep(0.3);
  turn.send('go');
  time.sleep(0.3);
  writer.kill();
  writer.join();
  gate.send('open');
  busy.join();
  console.log(busy.exitcode, list.length);
}
`);
  expect(lines).toEqual(['0 0']);
});

test('a client that knows the key, and sends what is no request', async () => {
  const lines = await linesOf(`import { currentProcess, Manager } from 'multiprocessing';
import { Client } from 'multiprocessing/connection';

if (import.meta.main) {
  using manager = new Manager();
  const client = new Client(manager.address!, { authkey: currentProcess().authkey });
  for (const request of [5, null, 'word', [null, 'dummy'], [null, 'dummy', [], null], [null, 5, [], {}], [null, 'nothing', [], {}]]) {
    client.send(request);
    const [kind, text] = client.recv() as [string, string];
    console.log(kind, text.trimEnd().split('\\n').at(-1));
  }
  console.log(String(manager.list([1])));
}
`);
  const noRequest = '#TRACEBACK TypeError: a request is [id, method, args, kwds]';
  expect(lines).toEqual([
    "#TRACEBACK TypeError: 'int' object is not iterable",
    "#TRACEBACK TypeError: 'NoneType' object is not iterable",
    noRequest,
    noRequest,
    noRequest,
    noRequest,
    "#TRACEBACK AttributeError: 'nothing' unrecognized",
    '[1]',
  ]);
});
