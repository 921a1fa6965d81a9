import { type Address, Client, type Family, Listener } from 'multiprocessing/connection';
import { assertEqual } from './assertions';
import { type Connection, Pipe, Process } from './variant';

const FAMILIES: readonly Family[] = ['AF_INET', 'AF_UNIX'];

function listen(connection: Connection): void {
  for (const family of FAMILIES) {
    const listener = new Listener(null, { family });
    connection.send(listener.address);
    const accepted = listener.accept();
    connection.send(accepted);
    accepted.close();
    listener.close();
  }
  connection.recv();
}

function answerInCapitals(connection: Connection): void {
  for (;;) {
    const task = connection.recv() as [Address, string] | null;
    if (task === null) break;
    const [address, message] = task;
    const client = Client(address);
    client.send(message.toUpperCase());
    client.close();
  }
  connection.close();
}

function startWith(target: (connection: Connection) => void): [Process, Connection] {
  const [connection, childConnection] = Pipe();
  const p = new Process({ target, args: [childConnection] });
  p.daemon = true;
  p.start();
  childConnection.close();
  return [p, connection];
}

export function testPickling(): void {
  const [listening, fromListener] = startWith(listen);
  const [remote, toRemote] = startWith(answerInCapitals);
  for (const family of FAMILIES) {
    const message = `This connection uses family ${family}`;
    toRemote.send([fromListener.recv(), message]);
    const accepted = fromListener.recv() as Connection;
    assertEqual(accepted.recv(), message.toUpperCase());
  }
  toRemote.send(null);
  fromListener.send(null);
  toRemote.close();
  fromListener.close();
  listening.join();
  remote.join();
}

function useReceived(connection: Connection): void {
  const writer = connection.recv() as Connection;
  writer.send('all is well');
  writer.close();
  const reader = connection.recv() as Connection;
  connection.send((reader.recv() as string).repeat(2));
  connection.close();
}

export function testAccess(): void {
  const [p, connection] = startWith(useReceived);
  const [firstReader, firstWriter] = Pipe(false);
  connection.send(firstWriter);
  firstWriter.close();
  assertEqual(firstReader.recv(), 'all is well');
  firstReader.close();

  const [secondReader, secondWriter] = Pipe(false);
  connection.send(secondReader);
  secondReader.close();
  secondWriter.send('foobar');
  secondWriter.close();
  assertEqual(connection.recv(), 'foobar'.repeat(2));
  p.join();
}
