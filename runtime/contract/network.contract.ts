import { expect, test } from 'vitest';
import { runProgram } from './run-program';

/*
 * Two machines of one page reach each other by address: the one prints where it listens, then the other is started.
 */

async function runBoth(server: string, client: string) {
  const clients: ReturnType<typeof runProgram>[] = [];
  const first = await runProgram(server, {
    timeout: 60,
    during: (machine, written) => {
      const look = () => {
        const address = /^listening (\S+)\n/.exec(written())?.[1];
        if (address !== undefined) clients.push(runProgram(client, { argv: ['main.ts', address], timeout: 60 }));
        else if (!['exited', 'failed', 'stopped'].includes(machine.getSnapshot().phase)) setTimeout(look, 20);
      };
      look();
    },
  });
  const [started] = clients;
  if (started === undefined) throw new Error(`The server did not listen: ${first.stdout}${first.stderr}`);
  return [first, await started] as const;
}

const ADDRESS = `const [, port] = sys.argv;
const address: [string, number] = ['localhost', Number(port)];`;

test('a connection carries objects both ways, bytes beyond any buffer, and the end of file', async () => {
  const [server, client] = await runBoth(
    `import { EOFError } from 'builtins';
import { Listener } from 'multiprocessing/connection';

if (import.meta.main) {
  const listener = new Listener(['localhost', 0], { authkey: new TextEncoder().encode('secret') });
  console.log('listening', listener.address[1]);
  const connection = listener.accept<unknown>();
  console.log(connection.recv());
  const bytes = connection.recvBytes();
  console.log(bytes.length, bytes.every((byte, index) => byte === index % 251));
  connection.send(['done', bytes.length]);
  try {
    connection.recv();
  } catch (error) {
    console.log(error instanceof EOFError);
  }
}
`,
    `import sys from 'sys';
import { Client } from 'multiprocessing/connection';

${ADDRESS}
if (import.meta.main) {
  const connection = Client<unknown>(address, { authkey: new TextEncoder().encode('secret') });
  connection.send({ hello: 'there' });
  connection.sendBytes(Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251));
  console.log(connection.recv());
  connection.close();
}
`,
  );
  expect(server.stderr + client.stderr).toBe('');
  expect(server.stdout.split('\n').slice(1).join('\n')).toBe("{ hello: 'there' }\n3000000 true\ntrue\n");
  expect(client.stdout).toBe("[ 'done', 3000000 ]\n");
}, 90_000);

test("a manager's objects are used from another machine", async () => {
  const [server, client] = await runBoth(
    `import { BaseManager, type BaseProxy } from 'multiprocessing/managers';
import { Queue } from 'queue';

const questions = new Queue<string>();
const answers = new Queue<string>();
function getQuestions() {
  return questions;
}
function getAnswers() {
  return answers;
}
class QueueManager extends BaseManager {
  declare getQuestions: () => BaseProxy & Queue<string>;
  declare getAnswers: () => BaseProxy & Queue<string>;
}
QueueManager.register('getQuestions', { callable: getQuestions });
QueueManager.register('getAnswers', { callable: getAnswers });

if (import.meta.main) {
  const manager = new QueueManager({ address: ['localhost', 0], authkey: new TextEncoder().encode('abc') });
  manager.start();
  console.log('listening', manager.address?.[1]);
  const asked = manager.getQuestions();
  console.log(asked.get());
  manager.getAnswers().put('answer');
  console.log(asked.get());
  manager.shutdown();
}
`,
    `import sys from 'sys';
import { BaseManager, type BaseProxy } from 'multiprocessing/managers';
import { AuthenticationError } from 'multiprocessing';
import type { Queue } from 'queue';

class QueueManager extends BaseManager {
  declare getQuestions: () => BaseProxy & Queue<string>;
  declare getAnswers: () => BaseProxy & Queue<string>;
}
QueueManager.register('getQuestions');
QueueManager.register('getAnswers');

${ADDRESS}
if (import.meta.main) {
  try {
    new QueueManager({ address, authkey: new TextEncoder().encode('wrong') }).connect();
  } catch (error) {
    console.log(error instanceof AuthenticationError);
  }
  const manager = new QueueManager({ address, authkey: new TextEncoder().encode('abc') });
  manager.connect();
  manager.getQuestions().put('question');
  console.log(manager.getAnswers().get());
  manager.getQuestions().put('good bye');
}
`,
  );
  expect(server.stderr + client.stderr).toBe('');
  expect(server.stdout.split('\n').slice(1).join('\n')).toBe('question\ngood bye\n');
  expect(client.stdout).toBe('true\nanswer\n');
}, 90_000);

test('a port has one listener, and one without is refused', async () => {
  const [server, client] = await runBoth(
    `import { Listener } from 'multiprocessing/connection';

if (import.meta.main) {
  const listener = new Listener(['localhost', 0]);
  console.log('listening', listener.address[1]);
  console.log(listener.accept().recv());
}
`,
    `import sys from 'sys';
import { ConnectionRefusedError, OSError } from 'builtins';
import { Client, Listener } from 'multiprocessing/connection';

${ADDRESS}
if (import.meta.main) {
  try {
    new Listener(address);
  } catch (error) {
    console.log(error instanceof OSError, String(error));
  }
  try {
    Client(['localhost', 1]);
  } catch (error) {
    console.log(error instanceof ConnectionRefusedError, String(error));
  }
  Client(address).send('over');
}
`,
  );
  expect(server.stderr + client.stderr).toBe('');
  expect(server.stdout).toMatch(/over\n$/);
  expect(client.stdout).toBe(
    'true OSError: [Errno 98] Address already in use\ntrue ConnectionRefusedError: [Errno 111] Connection refused\n',
  );
}, 90_000);
