import { Pipe, Process } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';
import { EOFError } from 'builtins';

function read(reader: Connection<string>) {
  try {
    for (;;) console.log('read:', reader.recv());
  } catch (error) {
    if (!(error instanceof EOFError)) throw error;
    console.log('the end');
  }
}

if (import.meta.main) {
  const [reader, writer] = Pipe<string>(false);
  const p = new Process({ name: 'reader', target: read, args: [reader] });
  p.start();
  reader.close();
  for (const word of ['fork', 'spawn']) writer.send(word);
  writer.close();
  p.join();
}
